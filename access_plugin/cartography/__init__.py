"""Results on paper and on screen: styles, the project, the map, the method note."""
