<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>Access30</name>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>90th percentile of the times (min)</source>
        <translation>90e centile des temps (min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Access allowed</source>
        <translation>Accès autorisé</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Access to care</source>
        <translation>Situation d’accès</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Area (km²)</source>
        <translation>Superficie (km²)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Area matched (code)</source>
        <translation>Contour rapproché (code)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Bends (s)</source>
        <translation>Virages (s)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Beyond the threshold</source>
        <translation>Au-delà du seuil</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Candidates that could serve it</source>
        <translation>Candidats pouvant le desservir</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Capacity</source>
        <translation>Capacité</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Care places within the threshold</source>
        <translation>Lieux de soins dans le seuil</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Change</source>
        <translation>Changement</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Change in people beyond</source>
        <translation>Évolution des habitants au-delà</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Change in people without a time</source>
        <translation>Évolution des habitants sans temps</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Class of road</source>
        <translation>Classe de route</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Code of the territory</source>
        <translation>Code du territoire</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Codes of its communes</source>
        <translation>Codes de ses communes</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Commune</source>
        <translation>Commune</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Commune (INSEE code)</source>
        <translation>Commune (code INSEE)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Communes covered</source>
        <translation>Communes couvertes</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Communes with people beyond</source>
        <translation>Communes avec des habitants au-delà</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Counted in the study</source>
        <translation>Compté dans l’étude</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Counts for emergencies</source>
        <translation>Compte pour les urgences</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Covered by a chosen place</source>
        <translation>Couvert par un lieu retenu</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Cumulative gain (people, or people × min)</source>
        <translation>Gain cumulé (habitants ou habitants × min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Cut off: no way to any site</source>
        <translation>Coupé de tout lieu de soins</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Delay before setting off (min)</source>
        <translation>Délai de départ (min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Detail</source>
        <translation>Détail</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Difference (min)</source>
        <translation>Différence (min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Direction of the drive</source>
        <translation>Sens du trajet</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Distance (km)</source>
        <translation>Distance (km)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Doctors</source>
        <translation>Médecins</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Driving (s)</source>
        <translation>Conduite (s)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Département</source>
        <translation>Département</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>EPCI</source>
        <translation>EPCI</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Feature number</source>
        <translation>Numéro de l’entité</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Fewest places proven to be needed</source>
        <translation>Minimum prouvé de lieux nécessaires</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>From (min)</source>
        <translation>De (min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Gain (people, or people × min)</source>
        <translation>Gain (habitants ou habitants × min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Gain alone (people, or people × min)</source>
        <translation>Gain seul (habitants ou habitants × min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Gain of the last place added</source>
        <translation>Gain du dernier lieu ajouté</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Gap to the greatest gain (0 to 1)</source>
        <translation>Écart au gain maximal (de 0 à 1)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>General practitioners</source>
        <translation>Médecins généralistes</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Giving way (s)</source>
        <translation>Cédez-le-passage (s)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Greatest gain of any choice</source>
        <translation>Gain maximal de tout choix</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Hours a week</source>
        <translation>Heures par semaine</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Hours a week (source)</source>
        <translation>Heures par semaine (source)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Households</source>
        <translation>Ménages</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>How it was matched</source>
        <translation>Mode de rapprochement</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Identifier</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Identifier of the site</source>
        <translation>Identifiant du lieu</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Imputed values</source>
        <translation>Valeurs imputées</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Inside the territories</source>
        <translation>Dans les territoires</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Kind of change</source>
        <translation>Type de changement</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Kinds of change that keep it</source>
        <translation>Types de changement qui le gardent</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Kinds of change tried</source>
        <translation>Types de changement essayés</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Latitude of the chef-lieu (°)</source>
        <translation>Latitude du chef-lieu (°)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Length (m)</source>
        <translation>Longueur (m)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Length of the way (m)</source>
        <translation>Longueur du trajet (m)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Level (source)</source>
        <translation>Niveau (source)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Lights and siren (s)</source>
        <translation>Gyrophare et sirène (s)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Limit against the line (km/h)</source>
        <translation>Limite en sens inverse du tracé (km/h)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Limit as the line runs (km/h)</source>
        <translation>Limite dans le sens du tracé (km/h)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Local potential accessibility (APL)</source>
        <translation>Accessibilité potentielle localisée (APL)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Longest time (min)</source>
        <translation>Temps maximal (min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Longitude of the chef-lieu (°)</source>
        <translation>Longitude du chef-lieu (°)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Mean time (min)</source>
        <translation>Temps moyen (min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Name (source)</source>
        <translation>Nom (source)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Name of the site</source>
        <translation>Nom du lieu</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Nearest CSNP</source>
        <translation>CSNP le plus proche</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Nearest MCS</source>
        <translation>MCS le plus proche</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Nearest SMUR</source>
        <translation>SMUR le plus proche</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Nearest SU</source>
        <translation>SU le plus proche</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Nearest, {role}</source>
        <translation>Le plus proche, {role}</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>New places</source>
        <translation>Nouveaux lieux</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Number of MCS</source>
        <translation>Nombre de MCS</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Number of communes</source>
        <translation>Nombre de communes</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Number of general practitioners</source>
        <translation>Nombre de médecins généralistes</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Number of places kept</source>
        <translation>Nombre de lieux gardés</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Number of the road in its source</source>
        <translation>Numéro de la route dans sa source</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Number or order</source>
        <translation>Nombre ou numéro d’ordre</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Opening hours</source>
        <translation>Horaires</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Opening hours (source)</source>
        <translation>Horaires (source)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Order among the places chosen</source>
        <translation>Ordre parmi les lieux retenus</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Part of the time</source>
        <translation>Composante du temps</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Part shown (empty: all)</source>
        <translation>Partie montrée (vide : tout)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>People beyond the threshold from a SMUR</source>
        <translation>Habitants au-delà du seuil d’un SMUR</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>People beyond the threshold from an SU</source>
        <translation>Habitants au-delà du seuil d’un SU</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>People beyond the threshold from first care</source>
        <translation>Habitants au-delà du seuil du premier contact</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>People beyond {role} min</source>
        <translation>Habitants au-delà de {role} min</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>People beyond, high estimate</source>
        <translation>Habitants au-delà, estimation haute</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>People beyond, low estimate</source>
        <translation>Habitants au-delà, estimation basse</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>People concerned</source>
        <translation>Personnes concernées</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>People gained by its MCS</source>
        <translation>Habitants gagnés par son MCS</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>People not reached, after</source>
        <translation>Habitants non atteints, ensuite</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>People not reached, today</source>
        <translation>Habitants non atteints, aujourd’hui</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>People present in summer</source>
        <translation>Population présente en été</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>People present in winter</source>
        <translation>Population présente en hiver</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>People without a time (not computed)</source>
        <translation>Habitants sans temps (non calculé)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Places beyond the threshold</source>
        <translation>Lieux au-delà du seuil</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Places chosen</source>
        <translation>Lieux retenus</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Places may attach to it</source>
        <translation>Des lieux peuvent s’y rattacher</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Places with an SU or a SMUR</source>
        <translation>Lieux avec un SU ou un SMUR</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Population</source>
        <translation>Population</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Precision of the position</source>
        <translation>Précision de la position</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Presence over the week (0 to 1)</source>
        <translation>Présence dans la semaine (de 0 à 1)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Range of speeds (s)</source>
        <translation>Fourchette de vitesses (s)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Reached, {role}</source>
        <translation>Lieu atteint, {role}</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Road surface</source>
        <translation>Revêtement</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Robust</source>
        <translation>Robuste</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Role</source>
        <translation>Type</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Role (source)</source>
        <translation>Type (source)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Région</source>
        <translation>Région</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>SU on the way, {role}</source>
        <translation>SU sur le chemin, {role}</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Scenario</source>
        <translation>Scénario</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Season</source>
        <translation>Saison</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Season (source)</source>
        <translation>Saison (source)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Seasonal population (art. R133-33)</source>
        <translation>Population saisonnière (art. R133-33)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Secret: not to be published</source>
        <translation>Secret : ne pas publier</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Sections in town (s)</source>
        <translation>Tronçons urbains (s)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Share beyond the threshold (0 to 1)</source>
        <translation>Part au-delà du seuil (de 0 à 1)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Share in town (0 to 1)</source>
        <translation>Part en agglomération (de 0 à 1)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Share of hours within threshold (0 to 1)</source>
        <translation>Part des heures dans le seuil (de 0 à 1)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Share of people who find room (0 to 1)</source>
        <translation>Part des habitants accueillis (de 0 à 1)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Share of the whole (0 to 1)</source>
        <translation>Part du total (de 0 à 1)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Slopes (s)</source>
        <translation>Pentes (s)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Snow (s)</source>
        <translation>Neige (s)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Speed (km/h)</source>
        <translation>Vitesse (km/h)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Speed against the line (km/h)</source>
        <translation>Vitesse en sens inverse du tracé (km/h)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Speed as the line runs (km/h)</source>
        <translation>Vitesse dans le sens du tracé (km/h)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Speed limit (km/h)</source>
        <translation>Limite de vitesse (km/h)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>The curve flattens from here</source>
        <translation>La courbe s’aplatit ensuite</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Time (min)</source>
        <translation>Temps (min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Time (s)</source>
        <translation>Temps (s)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Time after (min)</source>
        <translation>Temps après (min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Time at the beginning (min)</source>
        <translation>Temps au début (min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Time at the end (min)</source>
        <translation>Temps à la fin (min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Time before (min)</source>
        <translation>Temps avant (min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Time by an SU, {role} (min)</source>
        <translation>Temps par un SU, {role} (min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Time from the nearest MCS (min)</source>
        <translation>Temps depuis le MCS le plus proche (min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Time from the nearest SMUR (min)</source>
        <translation>Temps depuis le SMUR le plus proche (min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Time in the middle (min)</source>
        <translation>Temps au milieu (min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Time of reference (min)</source>
        <translation>Temps de référence (min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Time since the start (min)</source>
        <translation>Temps depuis le départ (min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Time to a technical platform (min)</source>
        <translation>Temps jusqu’au plateau technique (min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Time to emergency care: SU or SMUR (min)</source>
        <translation>Temps d’accès aux soins urgents (min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Time to first care: SU, SMUR or MCS (min)</source>
        <translation>Temps jusqu’au premier contact médical (min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Time to the nearest CSNP (min)</source>
        <translation>Temps jusqu’au CSNP le plus proche (min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Time to the nearest SU (min)</source>
        <translation>Temps jusqu’au SU le plus proche (min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Time, high estimate (min)</source>
        <translation>Temps, estimation haute (min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Time, low estimate (min)</source>
        <translation>Temps, estimation basse (min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Time, {role} (min)</source>
        <translation>Temps, {role} (min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>To</source>
        <translation>Vers</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>To (min)</source>
        <translation>À (min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Total gain (people, people × min or min)</source>
        <translation>Gain total (habitants, hab. × min ou min)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Traffic (s)</source>
        <translation>Circulation (s)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Traffic lights (s)</source>
        <translation>Feux (s)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Turning off (s)</source>
        <translation>Changements de route (s)</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Uncertain: roads end nearer than care</source>
        <translation>Incertain : bord du réseau plus proche</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>What was done</source>
        <translation>Traitement</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Why it is no candidate</source>
        <translation>Raison de l’exclusion</translation>
    </message>
    <message>
        <location filename="../cartography/field_labels.py"/>
        <source>Zone of the zoning</source>
        <translation>Classe du zonage</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Another choice could gain at most {gap} more.</source>
        <translation>Un autre choix pourrait gagner au plus {gap} de plus.</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Areas: up to 200 m from a road; bands {bands} min.</source>
        <translation>Surfaces : jusqu’à 200 m d’une route ; tranches {bands} min.</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Areas: whole territories, each by the longest time of its communes; bands {bands} min.</source>
        <translation>Surfaces : des territoires entiers, chacun d’après le plus long temps de ses communes ; tranches {bands} min.</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>By definition</source>
        <translation>Selon la définition</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Candidates by the rules for MCS: a GP is recorded there where their layer says so. The time of the SMUR itself is never replaced.</source>
        <translation>Candidats selon les règles des MCS : un généraliste y est recensé, là où leur couche le dit. Le temps du SMUR lui-même n’est jamais remplacé.</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Cumulative gain</source>
        <translation>Gain cumulé</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Each time is the longest that any moment of the part of the week gives, with the sites open then; a site of a role that is not open day and night by law (AMU, antenna, MCS, CSNP) counts only in the hours that are written for it.</source>
        <translation>Chaque temps est le plus long de tous les moments de la plage, avec les lieux alors ouverts ; un lieu dont le type n’est pas ouvert jour et nuit de droit (AMU, antenne, MCS, CSNP) ne compte qu’aux horaires inscrits pour lui.</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Figures by territory</source>
        <translation>Chiffres par territoire</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Figures of different definitions must not be compared. In an emergency call 15 or 112.</source>
        <translation>Des chiffres de définitions différentes ne se comparent pas. En cas d’urgence, appelez le 15 ou le 112.</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>First care: SU, SMUR or correspondent doctor (MCS)</source>
        <translation>Premier contact médical : SU, SMUR ou médecin correspondant (MCS)</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Gain (inhabitants)</source>
        <translation>Gain (habitants)</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Heights: none, so that slopes and snow slow no road.</source>
        <translation>Altitudes : aucune ; ni pente ni neige ne ralentissent une route.</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Heights: {name}, every 50 m along the roads ({share} of the points in voids that were filled).</source>
        <translation>Altitudes : {name}, tous les 50 m le long des routes ({share} des points dans des lacunes qui ont été comblées).</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>How it was computed</source>
        <translation>Méthode de calcul</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Inhabitants</source>
        <translation>Habitants</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Longest (min)</source>
        <translation>Maximum (min)</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Mean (min)</source>
        <translation>Moyenne (min)</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Mobile team (SMUR or its antenna)</source>
        <translation>SMUR ou antenne de SMUR</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Nearest</source>
        <translation>Le plus proche</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>No other choice of as many places gains more (proven).</source>
        <translation>Aucun autre choix d’autant de lieux ne gagne davantage (prouvé).</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>No place can be suggested: no candidate that may be chosen gains anybody.</source>
        <translation>Aucun lieu ne peut être proposé : aucun candidat admis ne gagne qui que ce soit.</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>One-way roads and banned turns count.</source>
        <translation>Les sens uniques et les interdictions de tourner comptent.</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Opening hours are not applied: every site counts as open day and night.</source>
        <translation>Les horaires ne sont pas appliqués : chaque lieu compte comme ouvert jour et nuit.</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Outside the territories</source>
        <translation>Hors des territoires</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>P90 (min)</source>
        <translation>P90 (min)</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Patients drive to emergency departments; SMUR teams and correspondent doctors drive to patients; one-way roads and banned turns count.</source>
        <translation>Les patients se rendent aux services d’urgences ; les équipes des SMUR et les médecins correspondants se rendent auprès des patients ; les sens uniques et les interdictions de tourner comptent.</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>People are counted at their points, never by area. Who has no time is “not computed”, never “beyond”.</source>
        <translation>Les habitants sont comptés aux points, jamais par surface. Qui n’a pas de temps est « non calculé », jamais « au-delà ».</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Place</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Points attach to the nearest road open to cars that one can leave there (no motorway, ramp, bridge, tunnel or ferry where there is another), up to 2 km away; farther ones are not computed.</source>
        <translation>Les points se rattachent à la route ouverte aux voitures la plus proche que l’on peut quitter là (ni autoroute, ni bretelle, ni pont, ni tunnel, ni bac s’il y en a une autre), jusqu’à 2 km ; plus loin, ils ne sont pas calculés.</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Range</source>
        <translation>Fourchette</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>SU or SMUR</source>
        <translation>SU ou SMUR</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Sectors of PDSA were not given, so that the rule of the eligible sector is not applied.</source>
        <translation>Les secteurs de PDSA n’ont pas été donnés : la règle du secteur éligible n’est pas appliquée.</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Served by no candidate (none within {threshold} minutes that gains enough): {people}.</source>
        <translation>Servis par aucun candidat (aucun à {threshold} minutes au plus qui gagne assez) : {people}.</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Share</source>
        <translation>Part</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Sites that are open for a season only count all the year.</source>
        <translation>Les lieux ouverts une saison seulement comptent toute l’année.</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Sources</source>
        <translation>Sources</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Suggested places</source>
        <translation>Lieux proposés</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Suggested places: maximal covering (Church &amp; ReVelle 1974), {number} {number:place|places} at most, not covered yet by {baseline}, least gain {gain} min.</source>
        <translation>Lieux proposés : couverture maximale (Church &amp; ReVelle 1974), {number} {number:lieu|lieux} au plus, non encore couvert d’après {baseline}, gain minimal {gain} min.</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Territory</source>
        <translation>Territoire</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>The curve flattens after place no. {count}.</source>
        <translation>La courbe s’aplatit après le lieu n° {count}.</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>The times are the table's own, one for each commune; no road was driven here. A commune counts whole, as within or beyond.</source>
        <translation>Les temps sont ceux de la table, un par commune ; aucune route n’a été parcourue ici. Une commune compte en entier, en deçà ou au-delà.</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Their sector of PDSA has a commune over the threshold from a SMUR.</source>
        <translation>Leur secteur de PDSA a une commune à plus du seuil d’un SMUR.</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>There is nothing to gain.</source>
        <translation>Il n’y a rien à gagner.</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>These places were put by hand (scenario “{name}”).</source>
        <translation>Ces lieux ont été placés à la main (scénario « {name} »).</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>These results help thinking and decide nothing.</source>
        <translation>Ces résultats aident à la réflexion et ne décident de rien.</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>These results help thinking and decide nothing: places depend on volunteering doctors, the SAMU and the local committee (CODAMUPS-TS).</source>
        <translation>Ces résultats aident à la réflexion et ne décident de rien : les implantations dépendent des médecins volontaires, du SAMU et du CODAMUPS-TS.</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Uncertain</source>
        <translation>Incertain</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>What these figures are not</source>
        <translation>Ce que ces chiffres ne sont pas</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>Whole area</source>
        <translation>Ensemble</translation>
    </message>
    <message>
        <location filename="../cartography/method_note.py"/>
        <source>“Uncertain”: the end of the roads is nearer than care, so that roads or sites beyond could shorten the time. “Range”: with times at the two ends of what the speed profile states.</source>
        <translation>« Incertain » : le bout des routes est plus proche que les soins, si bien que des routes ou des lieux de soins au-delà pourraient raccourcir le temps. « Fourchette » : avec les temps aux deux bouts de ce qu’indique le profil de vitesses.</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>Access in figures: {care}</source>
        <translation>L’accès en chiffres : {care}</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>Access to emergency care in figures</source>
        <translation>L’accès aux soins urgents en chiffres</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>Evolution</source>
        <translation>Évolution</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>Key figure</source>
        <translation>Chiffre clé</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>Mostly: {places}.</source>
        <translation>Surtout : {places}.</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>Number</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>Panorama of figures</source>
        <translation>Panorama de chiffres</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>People gained</source>
        <translation>Habitants gagnés</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>Prospects</source>
        <translation>Perspectives</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>Slide of two columns</source>
        <translation>Diapositive en deux colonnes</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>Step</source>
        <translation>Étape</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>What</source>
        <translation>Indicateur</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>Where things stand</source>
        <translation>Bilan</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>commune concerned</source>
        <translation>commune concernée</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>communes concerned</source>
        <translation>communes concernées</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>inhabitant</source>
        <translation>habitant</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>inhabitants</source>
        <translation>habitants</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>inhabitants without {care} within {threshold} minutes</source>
        <translation>habitants sans {care} à {threshold} minutes au plus</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>mean time</source>
        <translation>temps moyen</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>no place was suggested, so that the column of prospects would be empty</source>
        <translation>aucun lieu n’a été proposé, si bien que la colonne des perspectives serait vide</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>people gained by them</source>
        <translation>habitants gagnés par ces lieux</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>suggested place</source>
        <translation>lieu proposé</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>suggested places</source>
        <translation>lieux proposés</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>target</source>
        <translation>cible</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>that is {share} of the residents</source>
        <translation>soit {share} des habitants</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>that is {share} of the residents whose time is known</source>
        <translation>soit {share} des habitants dont le temps est connu</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>without a time (not computed)</source>
        <translation>sans temps (non calculé)</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <location filename="../cartography/press/blocks.py"/>
        <source>{count:commune|communes} concerned, secret ones not counted</source>
        <translation>{count:commune concernée|communes concernées}, hors secret statistique</translation>
    </message>
    <message>
        <location filename="../cartography/press/canvas.py"/>
        <source>The page has no room for bars below each other ({count}): take a larger one.</source>
        <translation>La page n’a pas assez de place pour des barres l’une sous l’autre ({count}) : prenez-en une plus grande.</translation>
    </message>
    <message>
        <location filename="../cartography/press/carried.py"/>
        <source>Not taken over from the page “{page}”: {what}.</source>
        <translation>Non repris de la page « {page} » : {what}.</translation>
    </message>
    <message>
        <location filename="../cartography/press/carried.py"/>
        <source>Your changes of the page “{page}” were taken over: {what}.</source>
        <translation>Vos changements de la page « {page} » ont été repris : {what}.</translation>
    </message>
    <message>
        <location filename="../cartography/press/carried.py"/>
        <source>parts of the drawing</source>
        <translation>des parties du dessin</translation>
    </message>
    <message>
        <location filename="../cartography/press/carried.py"/>
        <source>the page itself, which is your own</source>
        <translation>la page elle-même, qui est la vôtre</translation>
    </message>
    <message>
        <location filename="../cartography/press/carried.py"/>
        <source>the page, which this run does not have</source>
        <translation>la page, que ce calcul ne donne pas</translation>
    </message>
    <message>
        <location filename="../cartography/press/carried.py"/>
        <source>“{item}” ({what})</source>
        <translation>« {item} » ({what})</translation>
    </message>
    <message>
        <location filename="../cartography/press/carried.py"/>
        <source>“{item}” removed</source>
        <translation>« {item} » retiré</translation>
    </message>
    <message>
        <location filename="../cartography/press/carried.py"/>
        <source>“{item}”, put there by you</source>
        <translation>« {item} », ajouté par vous</translation>
    </message>
    <message>
        <location filename="../cartography/press/carried.py"/>
        <source>“{item}”, which the page does not have now</source>
        <translation>« {item} », que la page n’a plus</translation>
    </message>
    <message>
        <location filename="../cartography/press/catalogue.py"/>
        <source>Background map: Natural Earth.</source>
        <translation>Fond de carte : Natural Earth.</translation>
    </message>
    <message>
        <location filename="../cartography/press/catalogue.py"/>
        <source>Lakes and rivers: {name}.</source>
        <translation>Lacs et rivières : {name}.</translation>
    </message>
    <message>
        <location filename="../cartography/press/catalogue.py"/>
        <source>Relief: {name}.</source>
        <translation>Relief : {name}.</translation>
    </message>
    <message>
        <location filename="../cartography/press/catalogue.py"/>
        <source>The figure “{figure}” is not drawn: {reason}.</source>
        <translation>La figure « {figure} » n’est pas dessinée : {reason}.</translation>
    </message>
    <message>
        <location filename="../cartography/press/changes.py"/>
        <source>background</source>
        <translation>fond</translation>
    </message>
    <message>
        <location filename="../cartography/press/changes.py"/>
        <source>frame</source>
        <translation>cadre</translation>
    </message>
    <message>
        <location filename="../cartography/press/changes.py"/>
        <source>letters</source>
        <translation>caractères</translation>
    </message>
    <message>
        <location filename="../cartography/press/changes.py"/>
        <source>opacity</source>
        <translation>opacité</translation>
    </message>
    <message>
        <location filename="../cartography/press/changes.py"/>
        <source>part of the map</source>
        <translation>cadrage de la carte</translation>
    </message>
    <message>
        <location filename="../cartography/press/changes.py"/>
        <source>picture</source>
        <translation>image</translation>
    </message>
    <message>
        <location filename="../cartography/press/changes.py"/>
        <source>place</source>
        <translation>place</translation>
    </message>
    <message>
        <location filename="../cartography/press/changes.py"/>
        <source>rotation</source>
        <translation>rotation</translation>
    </message>
    <message>
        <location filename="../cartography/press/changes.py"/>
        <source>size</source>
        <translation>taille</translation>
    </message>
    <message>
        <location filename="../cartography/press/changes.py"/>
        <source>text</source>
        <translation>texte</translation>
    </message>
    <message>
        <location filename="../cartography/press/changes.py"/>
        <source>title of the legend</source>
        <translation>titre de la légende</translation>
    </message>
    <message>
        <location filename="../cartography/press/changes.py"/>
        <source>visibility</source>
        <translation>visibilité</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>Bar of shares by drive time</source>
        <translation>Barre des parts selon le temps de trajet</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>Bars, evolution</source>
        <translation>Barres, évolution</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>Further gain</source>
        <translation>Gain suivant</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>Not published (statistical secrecy): {count}.</source>
        <translation>Non publiés (secret statistique) : {count}.</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>Number of places</source>
        <translation>Nombre de lieux</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>People gained by number of suggested places</source>
        <translation>Habitants gagnés selon le nombre de lieux proposés</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>Places</source>
        <translation>Lieux</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>Ranked bars of people beyond</source>
        <translation>Barres classées des habitants au-delà</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>Residents beyond, and their share of those with a time.</source>
        <translation>Habitants au-delà, et leur part de ceux dont le temps est connu.</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>Residents beyond: here all of those with a time.</source>
        <translation>Habitants au-delà : ici tous ceux dont le temps est connu.</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>Residents by drive time</source>
        <translation>Habitants selon le temps de trajet</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>Residents without {care} within {threshold} minutes: {before} → {after}</source>
        <translation>Habitants sans {care} à {threshold} minutes au plus : {before} → {after}</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>Source: {text}.</source>
        <translation>Source : {text}.</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>Stepped curve</source>
        <translation>Courbe en escalier</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>The first {count} of {all} communes concerned.</source>
        <translation>Les {count} premières des {all} communes concernées.</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>The first {count} of {all} territories concerned.</source>
        <translation>Les {count} premiers des {all} territoires concernés.</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>Time</source>
        <translation>Temps</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>Today, and with the suggested places (hatched).</source>
        <translation>Aujourd’hui, et avec les lieux proposés (hachures).</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>Where people live {beyond}</source>
        <translation>Où l’on vit {beyond}</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>With {count} {count:place|places}</source>
        <translation>Avec {count} {count:lieu|lieux}</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>a single number of places makes no curve</source>
        <translation>un seul nombre de lieux ne fait pas une courbe</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>no place was suggested, so that there is no curve</source>
        <translation>aucun lieu n’a été proposé, il n’y a donc pas de courbe</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>no place was suggested; give a table of your own (SERIES) with the columns label, value and, for a target, target</source>
        <translation>aucun lieu n’a été proposé ; donnez une table à vous (SERIES) avec les colonnes label, value et, pour une cible, target</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>no territory with people beyond may be told apart</source>
        <translation>aucun territoire avec des habitants au-delà ne peut être cité séparément</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>not computed</source>
        <translation>non calculé</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>processing: {author}, {date}</source>
        <translation>traitement : {author}, {date}</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>series {name}</source>
        <translation>série {name}</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>too few residents have no time, and the shares of the others would tell how many</source>
        <translation>trop peu d’habitants n’ont pas de temps, et les parts des autres diraient combien</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>{first} → {last}</source>
        <translation>{first} → {last}</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>{people} by drive time</source>
        <translation>{people} selon le temps de trajet</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>{places}: {people} gained.</source>
        <translation>{places} : {people} de plus à portée.</translation>
    </message>
    <message>
        <location filename="../cartography/press/charts.py"/>
        <source>{text} have a time of {band}.</source>
        <translation>{text} ont un temps de {band}.</translation>
    </message>
    <message>
        <location filename="../cartography/press/export.py"/>
        <source>The picture or page {name} could not be written ({reason}). Free some space on the disk, or choose another folder.</source>
        <translation>L’image ou la page {name} n’a pas pu être écrite ({reason}). Libérez de la place sur le disque, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../cartography/press/export.py"/>
        <source>it has no end</source>
        <translation>elle n’a pas de fin</translation>
    </message>
    <message>
        <location filename="../cartography/press/export.py"/>
        <source>the picture is too large</source>
        <translation>l’image est trop grande</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>, of whom a few have no time (not computed)</source>
        <translation>, dont quelques-uns sans temps (non calculé)</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>, of whom {count:.0f} {count:has|have} no time (not computed)</source>
        <translation>, dont {count:.0f} sans temps (non calculé)</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>Computed on {date}.</source>
        <translation>Calcul du {date}.</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>No inhabitant whose time is known lives more than {threshold} minutes away.</source>
        <translation>Aucun habitant dont le temps est connu ne vit à plus de {threshold} minutes.</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>No time is known here.</source>
        <translation>Aucun temps n’est connu ici.</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>Not computed: {people}.</source>
        <translation>Non calculés : {people}.</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>Note: {text}</source>
        <translation>Note : {text}</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>Reading: {text}</source>
        <translation>Lecture : {text}</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>Scope: {text}.</source>
        <translation>Champ : {text}.</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>The number of people beyond {threshold} minutes is not published (statistical secrecy).</source>
        <translation>Le nombre d’habitants à plus de {threshold} minutes n’est pas publié (secret statistique).</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>Times of {times}, sites of {sites}: what opened or closed in between is not in the times.</source>
        <translation>Temps de {times}, lieux de soins de {sites} : ce qui a ouvert ou fermé entre-temps n’est pas dans les temps.</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>no resident has a time, so that there is nothing to count</source>
        <translation>aucun habitant n’a de temps, il n’y a donc rien à compter</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>place no. {rank}</source>
        <translation>lieu n° {rank}</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>residents of the study area ({count})</source>
        <translation>habitants de la zone d’étude ({count})</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>residents of {name} ({count})</source>
        <translation>habitants de {name} ({count})</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>the people beyond live in fewer than 11 households, so that their number is under statistical secrecy and must not be published</source>
        <translation>les habitants au-delà forment moins de 11 ménages, si bien que leur nombre relève du secret statistique et ne doit pas être publié</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>the study has {count} {count:territory, which is no commune of France that|territories, which are no communes of France that} could be joined into départements</source>
        <translation>l’étude a {count} {count:territoire, qui n’est pas une commune française que l’on pourrait réunir|territoires, qui ne sont pas des communes françaises que l’on pourrait réunir} en départements</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>the title “{title}” names a doctor, which nothing that is published may do</source>
        <translation>le titre « {title} » nomme un médecin, ce que rien de publié ne doit faire</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>this figure tells territories apart, and the study was made without any (TERRITORIES)</source>
        <translation>cette figure distingue des territoires, et l’étude n’en avait pas (TERRITORIES)</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>those gained, those left, or what sets them apart from those beyond, may be fewer than 11 households (fewer than {count} people), so that their number is under statistical secrecy</source>
        <translation>les habitants gagnés, ceux qui restent, ou ce qui les distingue de ceux au-delà, pourraient former moins de 11 ménages (moins de {count} habitants), si bien que leur nombre relève du secret statistique</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>{count} inhabitant</source>
        <translation>{count} habitant</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>{count} inhabitants</source>
        <translation>{count} habitants</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>{count} million inhabitant</source>
        <translation>{count} million d’habitants</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>{count} million inhabitants</source>
        <translation>{count} millions d’habitants</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>{people} ({share}) live more than {threshold} minutes away.</source>
        <translation>{people} ({share}) vivent à plus de {threshold} minutes.</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>{people} ({share}) lives more than {threshold} minutes away.</source>
        <translation>{people} ({share}) vit à plus de {threshold} minutes.</translation>
    </message>
    <message>
        <location filename="../cartography/press/facts.py"/>
        <source>{share} of those whose time is known</source>
        <translation>{share} de ceux dont le temps est connu</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>Inhabitants {beyond}, by territory</source>
        <translation>Habitants {beyond}, par territoire</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>Largest circle: {name}, {count}.</source>
        <translation>Plus grand cercle : {name}, {count}.</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>Map of drive times</source>
        <translation>Carte des temps de trajet</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>Map of drive times, {name}</source>
        <translation>Carte des temps de trajet, {name}</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>Map of people beyond, by proportional circles</source>
        <translation>Carte des habitants au-delà, en cercles proportionnels</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>Map of sites</source>
        <translation>Carte des lieux de soins</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>Map of the number of emergency sites</source>
        <translation>Carte du nombre de lieux d’urgences</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>Map of the number of sites: {care}</source>
        <translation>Carte du nombre de lieux : {care}</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>Map of the zoning</source>
        <translation>Carte du zonage</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>Places with emergency care (SU, SMUR, antennas) by territory</source>
        <translation>Lieux d’urgences (SU, SMUR, antennes) par territoire</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>Share of the residents of each territory without {care} within {threshold} minutes.</source>
        <translation>Part des habitants de chaque territoire sans {care} à {threshold} minutes au plus.</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>Today: {people}</source>
        <translation>Aujourd’hui : {people}</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>Two maps, before and after</source>
        <translation>Deux cartes, avant et après</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>Where the sites of care are</source>
        <translation>Implantation des lieux de soins</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>With {count} more: {people}</source>
        <translation>Avec {count} de plus : {people}</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>Without {care} within {threshold} minutes, before and after</source>
        <translation>Sans {care} à {threshold} minutes au plus : avant, après</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>Without, after</source>
        <translation>Sans, ensuite</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>Without, today</source>
        <translation>Sans, aujourd’hui</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>Zoning of general practitioners (ZIP, ZAC, ZV)</source>
        <translation>Zonage des médecins généralistes (ZIP, ZAC, ZV)</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>no place was suggested, so that nothing changes between before and after</source>
        <translation>aucun lieu n’a été proposé, si bien que rien ne change entre avant et après</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>nobody is known to live beyond the threshold</source>
        <translation>on ne connaît personne au-delà du seuil</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>places with an SU, a SMUR or one of its antennas ({count})</source>
        <translation>lieux avec un SU, un SMUR ou une antenne ({count})</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>sites of care of the study area that count in this study ({count})</source>
        <translation>lieux de soins de la zone d’étude, comptés dans cette étude ({count})</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>the study has no sites</source>
        <translation>l’étude n’a aucun lieu de soins</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>the study has one département only, and too many communes to count their sites one by one</source>
        <translation>l’étude n’a qu’un département, et trop de communes pour en compter les lieux une à une</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>the territories bear no zoning (field “zone”: see “Join an APL or a zoning”)</source>
        <translation>les territoires ne portent pas de zonage (champ « zone » : voir « Joindre une APL ou un zonage »)</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>{before} without {care} today, {after} with the suggested places.</source>
        <translation>{before} sans {care} aujourd’hui, {after} avec les lieux proposés.</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>{care} by territory</source>
        <translation>{care}, par territoire</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>{care}, in the study area ({count})</source>
        <translation>{care}, dans la zone d’étude ({count})</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>{count} in all.</source>
        <translation>{count} au total.</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>{count} in all; a place with several counts once.</source>
        <translation>{count} au total ; un lieu qui en a plusieurs compte une fois.</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>{count} {count:place|places} ({kind})</source>
        <translation>{count} {count:lieu|lieux} ({kind})</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>{name}: {before} without {care} within {threshold} minutes today, {after} after.</source>
        <translation>{name} : {before} sans {care} à {threshold} minutes au plus aujourd’hui, {after} ensuite.</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>{name}: {count}.</source>
        <translation>{name} : {count}.</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>{text} in the study area.</source>
        <translation>{text} dans la zone d’étude.</translation>
    </message>
    <message>
        <location filename="../cartography/press/maps.py"/>
        <source>{zone}: {people} in {count} {count:territory|territories}</source>
        <translation>{zone} : {people} dans {count} {count:territoire|territoires}</translation>
    </message>
    <message>
        <location filename="../cartography/press/page.py"/>
        <source>The template {path} has no room for the legend. Make it larger, or its letters smaller.</source>
        <translation>Le modèle {path} n’a pas de place pour la légende. Agrandissez-la, ou réduisez ses lettres.</translation>
    </message>
    <message>
        <location filename="../cartography/press/page.py"/>
        <source>The template {path} has no room for “{item}”: its texts take the whole page. Make them shorter, or the page larger.</source>
        <translation>Le modèle {path} n’a pas de place pour « {item} » : ses textes prennent toute la page. Raccourcissez-les, ou agrandissez la page.</translation>
    </message>
    <message>
        <location filename="../cartography/press/printing.py"/>
        <source>No process of QGIS could be started for the pages: they are drawn in this one, whose window does not answer while a page is drawn.</source>
        <translation>Aucun processus de QGIS n’a pu être démarré pour les pages : elles sont dessinées dans celui-ci, dont la fenêtre ne répond pas pendant qu’une page se dessine.</translation>
    </message>
    <message>
        <location filename="../cartography/press/printing.py"/>
        <source>the process that draws it has stopped</source>
        <translation>le processus qui la dessine s’est arrêté</translation>
    </message>
    <message>
        <location filename="../cartography/press/rows.py"/>
        <source>{name}: {text}</source>
        <translation>{name} : {text}</translation>
    </message>
    <message>
        <location filename="../cartography/press/series.py"/>
        <source>{name} has no field {field}. Its fields are: {fields}. Rename the right one or choose another layer.</source>
        <translation>{name} n’a pas de champ {field}. Ses champs sont : {fields}. Renommez le bon ou choisissez une autre couche.</translation>
    </message>
    <message>
        <location filename="../cartography/press/series.py"/>
        <source>{name} has {count} {count:row|rows}; a series has 1 to {most}.</source>
        <translation>{name} a {count} {count:ligne|lignes} ; une série en a de 1 à {most}.</translation>
    </message>
    <message>
        <location filename="../cartography/press/spread.py"/>
        <source>Most people beyond</source>
        <translation>Le plus d’habitants au-delà</translation>
    </message>
    <message>
        <location filename="../cartography/press/spread.py"/>
        <source>Zoom on {name}</source>
        <translation>Zoom sur {name}</translation>
    </message>
    <message>
        <location filename="../cartography/press/spread.py"/>
        <source>the territories are no communes of France, which make up a département</source>
        <translation>les territoires ne sont pas des communes de France, qui composent un département</translation>
    </message>
    <message>
        <location filename="../cartography/press/templates.py"/>
        <source>The logo {path} is no picture that can be read. Give an SVG, PNG or JPEG file.</source>
        <translation>Le logo {path} n’est pas une image lisible. Donnez un fichier SVG, PNG ou JPEG.</translation>
    </message>
    <message>
        <location filename="../cartography/press/templates.py"/>
        <source>The template {path} cannot be read. Save it again as a template in QGIS's layout window.</source>
        <translation>Le modèle {path} ne peut être lu. Enregistrez-le de nouveau comme modèle dans la fenêtre de mise en page de QGIS.</translation>
    </message>
    <message>
        <location filename="../cartography/press/templates.py"/>
        <source>The template {path} fetches {what}: a page must not ask the network. Save the picture as a file beside the template and choose it there, or remove it.</source>
        <translation>Le modèle {path} va chercher {what} : une page ne doit rien demander au réseau. Enregistrez l’image à côté du modèle et choisissez-l’y, ou enlevez-la.</translation>
    </message>
    <message>
        <location filename="../cartography/press/templates.py"/>
        <source>There is no template {name} in {folders}. Install the plugin again.</source>
        <translation>Il n’y a pas de modèle {name} dans {folders}. Réinstallez l’extension.</translation>
    </message>
    <message>
        <location filename="../cartography/press/zooms.py"/>
        <source>Map of drive times, ranking and zoom</source>
        <translation>Carte des temps de trajet, classement et zoom</translation>
    </message>
    <message>
        <location filename="../cartography/press/zooms.py"/>
        <source>ZOOM ON</source>
        <translation>ZOOM SUR</translation>
    </message>
    <message>
        <location filename="../cartography/press/zooms.py"/>
        <source>beyond {threshold} min</source>
        <translation>à plus de {threshold} min</translation>
    </message>
    <message>
        <location filename="../cartography/press/zooms.py"/>
        <source>no territory has the code or name {code}</source>
        <translation>aucun territoire n’a le code ou le nom {code}</translation>
    </message>
    <message>
        <location filename="../cartography/press/zooms.py"/>
        <source>of residents beyond {threshold} min</source>
        <translation>des habitants à plus de {threshold} min</translation>
    </message>
    <message>
        <location filename="../cartography/press/zooms.py"/>
        <source>of residents whose time is known, beyond {threshold} min</source>
        <translation>des habitants dont le temps est connu, à plus de {threshold} min</translation>
    </message>
    <message>
        <location filename="../cartography/press/zooms.py"/>
        <source>several territories bear the name {name}: give the code of one of them ({codes})</source>
        <translation>plusieurs territoires portent le nom {name} : donnez le code de l’un d’eux ({codes})</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>Areas</source>
        <translation>Surfaces</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>Areas beyond {threshold} min</source>
        <translation>Zones à plus de {threshold} min</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>Bands of time</source>
        <translation>Tranches de temps</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>Borders of neighbours</source>
        <translation>Limites des voisins</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>Boundaries of communes</source>
        <translation>Limites des communes</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>Emergency sites by territory</source>
        <translation>Lieux d’urgences par territoire</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>Lakes</source>
        <translation>Lacs</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>Land without a time</source>
        <translation>Territoire sans temps calculé</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>Limit of {threshold} min</source>
        <translation>Limite des {threshold} min</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>Main roads</source>
        <translation>Routes principales</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>Neighbouring départements and countries</source>
        <translation>Départements et pays voisins</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>Outside the study area</source>
        <translation>Hors champ</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>People</source>
        <translation>Population</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>People beyond {threshold} min</source>
        <translation>Habitants à plus de {threshold} min</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>People gained by number of places</source>
        <translation>Habitants gagnés selon le nombre de lieux</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>Places beyond {threshold} min, before and after</source>
        <translation>Lieux à plus de {threshold} min, avant et après</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>Population by access to care ({threshold} min)</source>
        <translation>Population selon l’accès aux soins urgents ({threshold} min)</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>Population by access: {care} ({threshold} min)</source>
        <translation>Population selon l’accès : {care} ({threshold} min)</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>Press kit</source>
        <translation>Dossier de presse</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>Reference</source>
        <translation>Repères</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>Relief</source>
        <translation>Relief</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>Residents not reached within {threshold} min</source>
        <translation>Habitants non atteints à {threshold} min au plus</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>Rivers</source>
        <translation>Rivières</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>Sites of care</source>
        <translation>Lieux de soins</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>Surroundings</source>
        <translation>Alentours</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>Tables</source>
        <translation>Tableaux</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>The project {name} could not be written ({reason}). Free some space on the disk, or choose another folder.</source>
        <translation>Le projet {name} n’a pas pu être écrit ({reason}). Libérez de la place sur le disque, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>The same with the suggested places</source>
        <translation>De même avec les lieux proposés</translation>
    </message>
    <message>
        <location filename="../cartography/project.py"/>
        <source>Zoning</source>
        <translation>Zonage</translation>
    </message>
    <message>
        <location filename="../cartography/render.py"/>
        <source>The figure “{figure}” has no room on the page “{small}”: it takes “{large}”.</source>
        <translation>La figure « {figure} » n’a pas la place sur la page « {small} » : elle prend « {large} ».</translation>
    </message>
    <message>
        <location filename="../cartography/source_lines.py"/>
        <source>date unknown</source>
        <translation>date inconnue</translation>
    </message>
    <message>
        <location filename="../cartography/source_lines.py"/>
        <source>given by the user</source>
        <translation>donné par l’utilisateur</translation>
    </message>
    <message>
        <location filename="../cartography/source_lines.py"/>
        <source>people: {people}</source>
        <translation>population : {people}</translation>
    </message>
    <message>
        <location filename="../cartography/source_lines.py"/>
        <source>population layer given by the user</source>
        <translation>couche de population fournie par l’utilisateur</translation>
    </message>
    <message>
        <location filename="../cartography/source_lines.py"/>
        <source>roads {licence} ({name}, {date})</source>
        <translation>routes {licence} ({name}, {date})</translation>
    </message>
    <message>
        <location filename="../cartography/source_lines.py"/>
        <source>sites: {sites}</source>
        <translation>lieux de soins : {sites}</translation>
    </message>
    <message>
        <location filename="../cartography/source_lines.py"/>
        <source>times: {name}</source>
        <translation>temps : {name}</translation>
    </message>
    <message>
        <location filename="../cartography/source_lines.py"/>
        <source>© OpenStreetMap contributors, ODbL 1.0</source>
        <translation>© les contributeurs d’OpenStreetMap, ODbL 1.0</translation>
    </message>
    <message>
        <location filename="../cartography/suggestion_words.py"/>
        <source>Counted here: residents more than {threshold} minutes from every SMUR and MCS, wherever the SU are; the suggested places count as MCS.</source>
        <translation>Comptés ici : les habitants à plus de {threshold} minutes de tout SMUR ou MCS, où que soient les SU ; les lieux proposés comptent comme MCS.</translation>
    </message>
    <message>
        <location filename="../cartography/suggestion_words.py"/>
        <source>Counted here: residents more than {threshold} minutes from every SU, SMUR and MCS; the suggested places count as MCS.</source>
        <translation>Comptés ici : les habitants à plus de {threshold} minutes de tout SU, SMUR ou MCS ; les lieux proposés comptent comme MCS.</translation>
    </message>
    <message>
        <location filename="../cartography/suggestion_words.py"/>
        <source>Counted here: residents more than {threshold} minutes from every site ({care}); the suggested places count as such sites.</source>
        <translation>Comptés ici : les habitants à plus de {threshold} minutes de tout lieu ({care}) ; les lieux proposés comptent comme tels.</translation>
    </message>
    <message>
        <location filename="../cartography/suggestion_words.py"/>
        <source>With {count} more correspondent doctor (MCS), {people} more would have one within {threshold} minutes{sooner}: {share} of those who today have {none} within that time.</source>
        <translation>Avec {count} médecin correspondant (MCS) de plus, {people} de plus en auraient un à {threshold} minutes au plus{sooner} : {share} de ceux qui n’ont aujourd’hui {none} dans ce délai.</translation>
    </message>
    <message>
        <location filename="../cartography/suggestion_words.py"/>
        <source>With {count} more correspondent doctors (MCS), {people} more would have one within {threshold} minutes{sooner}: {share} of those who today have {none} within that time.</source>
        <translation>Avec {count} médecins correspondants (MCS) de plus, {people} de plus en auraient un à {threshold} minutes au plus{sooner} : {share} de ceux qui n’ont aujourd’hui {none} dans ce délai.</translation>
    </message>
    <message>
        <location filename="../cartography/suggestion_words.py"/>
        <source>With {count} more {count:site|sites} ({care}), {people} more would have one within {threshold} minutes{sooner}: {share} of those who today have none within that time.</source>
        <translation>Avec {count} {count:lieu|lieux} de plus ({care}), {people} de plus en auraient un à {threshold} minutes au plus{sooner} : {share} de ceux qui n’en ont aujourd’hui aucun dans ce délai.</translation>
    </message>
    <message>
        <location filename="../cartography/suggestion_words.py"/>
        <source>any SMUR or MCS</source>
        <translation>SMUR ni MCS</translation>
    </message>
    <message>
        <location filename="../cartography/suggestion_words.py"/>
        <source>any site ({care})</source>
        <translation>lieu ({care})</translation>
    </message>
    <message>
        <location filename="../cartography/suggestion_words.py"/>
        <source>first care (SU, SMUR or MCS)</source>
        <translation>premier contact médical (SU, SMUR ou MCS)</translation>
    </message>
    <message>
        <location filename="../cartography/suggestion_words.py"/>
        <source>no SMUR or MCS</source>
        <translation>ni SMUR, ni MCS</translation>
    </message>
    <message>
        <location filename="../cartography/suggestion_words.py"/>
        <source>no SU, SMUR or MCS</source>
        <translation>ni SU, ni SMUR, ni MCS</translation>
    </message>
    <message>
        <location filename="../cartography/suggestion_words.py"/>
        <source>the nearest SMUR</source>
        <translation>le SMUR le plus proche</translation>
    </message>
    <message>
        <location filename="../cartography/suggestion_words.py"/>
        <source>the nearest SU or SMUR</source>
        <translation>le SU ou le SMUR le plus proche</translation>
    </message>
    <message>
        <location filename="../cartography/suggestion_words.py"/>
        <source>the nearest site ({care})</source>
        <translation>le lieu le plus proche ({care})</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>Andorra</source>
        <translation>Andorre</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>Anguilla</source>
        <translation>Anguilla</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>Antigua and Barbuda</source>
        <translation>Antigua-et-Barbuda</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>Austria</source>
        <translation>Autriche</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>Belgium</source>
        <translation>Belgique</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>Brazil</source>
        <translation>Brésil</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>Comoros</source>
        <translation>Comores</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>Dominica</source>
        <translation>Dominique</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>Germany</source>
        <translation>Allemagne</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>Guernsey</source>
        <translation>Guernesey</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>Italy</source>
        <translation>Italie</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>Jersey</source>
        <translation>Jersey</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>Liechtenstein</source>
        <translation>Liechtenstein</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>Luxembourg</source>
        <translation>Luxembourg</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>Madagascar</source>
        <translation>Madagascar</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>Mauritius</source>
        <translation>Maurice</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>Monaco</source>
        <translation>Monaco</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>Montserrat</source>
        <translation>Montserrat</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>Neighbouring départements and countries are not drawn: QGIS's map of the world is missing.</source>
        <translation>Les départements et pays voisins ne sont pas dessinés : la carte du monde de QGIS est absente.</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>Netherlands</source>
        <translation>Pays-Bas</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>Saint Kitts and Nevis</source>
        <translation>Saint-Christophe-et-Niévès</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>Saint Lucia</source>
        <translation>Sainte-Lucie</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>Sint Maarten</source>
        <translation>Sint Maarten</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>Spain</source>
        <translation>Espagne</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>Suriname</source>
        <translation>Suriname</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>Switzerland</source>
        <translation>Suisse</translation>
    </message>
    <message>
        <location filename="../cartography/surroundings.py"/>
        <source>United Kingdom</source>
        <translation>Royaume-Uni</translation>
    </message>
    <message>
        <location filename="../cartography/web/webmap.py"/>
        <source>All territories</source>
        <translation>Tous les territoires</translation>
    </message>
    <message>
        <location filename="../cartography/web/webmap.py"/>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <location filename="../cartography/web/webmap.py"/>
        <source>Find a territory</source>
        <translation>Chercher un territoire</translation>
    </message>
    <message>
        <location filename="../cartography/web/webmap.py"/>
        <source>Found: {count}</source>
        <translation>Trouvés : {count}</translation>
    </message>
    <message>
        <location filename="../cartography/web/webmap.py"/>
        <source>Go to the search</source>
        <translation>Aller à la recherche</translation>
    </message>
    <message>
        <location filename="../cartography/web/webmap.py"/>
        <source>Hatched: beyond the threshold.</source>
        <translation>Hachures : au-delà du seuil.</translation>
    </message>
    <message>
        <location filename="../cartography/web/webmap.py"/>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <location filename="../cartography/web/webmap.py"/>
        <source>Legend</source>
        <translation>Légende</translation>
    </message>
    <message>
        <location filename="../cartography/web/webmap.py"/>
        <source>Map: Leaflet 1.9.4 (BSD-2 licence)</source>
        <translation>Carte : Leaflet 1.9.4 (licence BSD-2)</translation>
    </message>
    <message>
        <location filename="../cartography/web/webmap.py"/>
        <source>Map: arrow keys move it, + and − zoom</source>
        <translation>Carte : les flèches la déplacent, + et − changent l’échelle</translation>
    </message>
    <message>
        <location filename="../cartography/web/webmap.py"/>
        <source>Name or code</source>
        <translation>Nom ou code</translation>
    </message>
    <message>
        <location filename="../cartography/web/webmap.py"/>
        <source>No territory of this name</source>
        <translation>Aucun territoire de ce nom</translation>
    </message>
    <message>
        <location filename="../cartography/web/webmap.py"/>
        <source>Pale: outside the study area, or not counted.</source>
        <translation>En pâle : hors de la zone d’étude, ou non compté.</translation>
    </message>
    <message>
        <location filename="../cartography/web/webmap.py"/>
        <source>Sites of care and suggested places, as a list</source>
        <translation>Lieux de soins et lieux proposés, en liste</translation>
    </message>
    <message>
        <location filename="../cartography/web/webmap.py"/>
        <source>Sources and method</source>
        <translation>Sources et méthode</translation>
    </message>
    <message>
        <location filename="../cartography/web/webmap.py"/>
        <source>Table of the {count} territories</source>
        <translation>Tableau des {count} territoires</translation>
    </message>
    <message>
        <location filename="../cartography/web/webmap.py"/>
        <source>The map is not written: {reason}.</source>
        <translation>La carte n’est pas écrite : {reason}.</translation>
    </message>
    <message>
        <location filename="../cartography/web/webmap.py"/>
        <source>These results help thinking and decide nothing. In an emergency call 15 or 112.</source>
        <translation>Ces résultats aident à la réflexion et ne décident rien. En cas d’urgence, appeler le 15 ou le 112.</translation>
    </message>
    <message>
        <location filename="../cartography/web/webmap.py"/>
        <source>This map needs JavaScript. The figures stand in the press kit of the study.</source>
        <translation>Cette carte a besoin de JavaScript. Les chiffres figurent dans le dossier de presse de l’étude.</translation>
    </message>
    <message>
        <location filename="../cartography/web/webmap.py"/>
        <source>What the map shows</source>
        <translation>Ce que montre la carte</translation>
    </message>
    <message>
        <location filename="../cartography/web/webmap.py"/>
        <source>Zoom in</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <location filename="../cartography/web/webmap.py"/>
        <source>Zoom out</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <location filename="../cartography/web/webmap.py"/>
        <source>less than {share}</source>
        <translation>moins de {share}</translation>
    </message>
    <message>
        <location filename="../cartography/web/webmap.py"/>
        <source>more than {share}</source>
        <translation>plus de {share}</translation>
    </message>
    <message>
        <location filename="../cartography/web/webmap.py"/>
        <source>placed at its commune</source>
        <translation>placé dans sa commune</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>At some moments no site that counts is open, so that nobody has care throughout. Not computed: {people}.</source>
        <translation>À certains moments, aucun lieu compté n’est ouvert, si bien que personne n’a de soins en permanence. Non calculés : {people}.</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>Beyond 30 minutes: {people}.</source>
        <translation>À plus de 30 minutes : {people}.</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>Drive time from the nearest mobile team (SMUR or its antenna) alone: no emergency department (SU) was given</source>
        <translation>Temps de trajet depuis le SMUR (ou l’antenne) le plus proche seul : aucun service d’urgences (SU) n’a été donné</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>Drive time to the nearest emergency department (SU) alone: no mobile team (SMUR) was given</source>
        <translation>Temps de trajet vers le service d’urgences (SU) le plus proche seul : aucun SMUR n’a été donné</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>Fictitious demonstration data</source>
        <translation>Données fictives de démonstration</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>For {people} roads or sites beyond the edge of the network could shorten the time.</source>
        <translation>Pour {people}, des routes ou des lieux de soins hors de l’emprise du réseau pourraient raccourcir le temps.</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>From {low:.0f} to {high:.0f} {high:inhabitant|inhabitants} with times {fast} shorter or {slow} longer, the range that the speed profile states.</source>
        <translation>De {low:.0f} à {high:.0f} {high:habitant|habitants} avec des temps plus courts de {fast} ou plus longs de {slow}, la fourchette qu’indique le profil de vitesses.</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>Holds {when}</source>
        <translation>Valable {when}</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>Internal use only: this note, the tables and the project hold figures under statistical secrecy (fewer than 11 households, or fewer than 25 people where households are not counted), which must not be published; the figures and the public map leave them out</source>
        <translation>Usage interne – ne pas diffuser : cette note, les tables et le projet contiennent des chiffres couverts par le secret statistique (moins de 11 ménages, ou moins de 25 habitants là où les ménages ne sont pas comptés) ; les figures et la carte publique ne les montrent pas</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>January February March April May June July August September October November December</source>
        <translation>janvier février mars avril mai juin juillet août septembre octobre novembre décembre</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>Method: drive times, {delays}; profile {profile}, {traffic}; season: {season}; convention: {convention}; strictly more than {threshold} min. Accès 30 {version}, {date}.</source>
        <translation>Méthode : temps de trajet, {delays} ; profil {profile}, {traffic} ; saison : {season} ; convention : {convention} ; strictement plus de {threshold} min. Accès 30 {version}, {date}.</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>Method: official times by commune; whole communes, strictly more than {threshold} min; season and way of driving as in that table. Accès 30 {version}, {date}.</source>
        <translation>Méthode : temps officiels par commune ; communes entières, strictement plus de {threshold} min ; saison, délais et façon de rouler de cette table. Accès 30 {version}, {date}.</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>No inhabitant of the study area lives more than {threshold} minutes away.</source>
        <translation>Aucun habitant de la zone d’étude ne vit à plus de {threshold} minutes.</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>Not computed: {people}, of whom {cut:.0f} {cut:has|have} roads but no way to care.</source>
        <translation>Non calculés : {people}, dont {cut:.0f} {cut:a|ont} des routes mais aucun chemin vers les soins.</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>Not computed: {people}, who {count:has|have} roads but no way to care.</source>
        <translation>Non calculés : {people}, qui {count:a|ont} des routes mais aucun chemin vers les soins.</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>Scenario “{name}”: sites that are tried, not those of today</source>
        <translation>Scénario « {name} » : des lieux à l’essai, pas ceux d’aujourd’hui</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>Sources: {sources}.</source>
        <translation>Sources : {sources}.</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>The same number with times {fast} shorter or {slow} longer, the range that the speed profile states.</source>
        <translation>Le même nombre avec des temps plus courts de {fast} ou plus longs de {slow}, la fourchette qu’indique le profil de vitesses.</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>all year</source>
        <translation>toutes saisons</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>at peak hours</source>
        <translation>heures de pointe</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>chef-lieu to chef-lieu (DREES) for the figures, the areas of the map from the sites' own positions</source>
        <translation>de chef-lieu à chef-lieu (DREES) pour les chiffres, les surfaces de la carte depuis la position propre des sites</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>mean of off-peak and peak hours</source>
        <translation>moyenne heures creuses / heures de pointe</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>off-peak</source>
        <translation>heures creuses</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>patients</source>
        <translation>patients</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>place to place</source>
        <translation>de lieu à lieu</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>roads closed by {name}: {count}</source>
        <translation>routes fermées par {name} : {count}</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>roads closed then: {count}</source>
        <translation>routes fermées alors : {count}</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>scenario “{name}”</source>
        <translation>scénario « {name} »</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>start delays included</source>
        <translation>délais de départ compris</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>without alert and start delays</source>
        <translation>hors délais d’alerte et de départ</translation>
    </message>
    <message>
        <location filename="../cartography/wording.py"/>
        <source>{where}: {title}</source>
        <translation>{where} : {title}</translation>
    </message>
    <message>
        <location filename="../dependencies.py"/>
        <source>Accès 30 needs Python libraries that are not installed or too old: {libraries}.</source>
        <translation>Accès 30 a besoin de bibliothèques Python qui manquent ou sont trop anciennes : {libraries}.</translation>
    </message>
    <message>
        <location filename="../dependencies.py"/>
        <source>Accès 30 needs Python {least} or later, and this QGIS brings {version}. Install a newer QGIS: on macOS, 3.44.4 or later brings Python 3.12.</source>
        <translation>Accès 30 a besoin de Python {least} ou plus récent, et ce QGIS apporte {version}. Installez un QGIS plus récent : sous macOS, la version 3.44.4 ou une suivante apporte Python 3.12.</translation>
    </message>
    <message>
        <location filename="../dependencies.py"/>
        <source>Install the extension QPIP from the plugin manager and let it install them, or type in the OSGeo4W Shell: python -m pip install {libraries}</source>
        <translation>Installez l’extension QPIP depuis le gestionnaire d’extensions et laissez-la les installer, ou tapez dans l’OSGeo4W Shell : python -m pip install {libraries}</translation>
    </message>
    <message>
        <location filename="../dependencies.py"/>
        <source>Install the extension QPIP from the plugin manager and let it install them.</source>
        <translation>Installez l’extension QPIP depuis le gestionnaire d’extensions et laissez-la les installer.</translation>
    </message>
    <message>
        <location filename="../dependencies.py"/>
        <source>Install the packages of your distribution, on Debian 13: apt install {packages}. On Debian 12 see scripts/setup.</source>
        <translation>Installez les paquets de votre distribution, sur Debian 13 : apt install {packages}. Sur Debian 12, voir scripts/setup.</translation>
    </message>
    <message>
        <location filename="../engine/access/apl.py"/>
        <source>Demand</source>
        <translation>Demande</translation>
    </message>
    <message>
        <location filename="../engine/access/apl.py"/>
        <source>Simulated APL (not official): mean {mean:.2f} over {people:.0f} {people:person|people}; {reached:.0f} of {supply:.0f} supplied {reached:is|are} within reach of somebody.</source>
        <translation>APL simulée (non officielle) : moyenne {mean:.2f} pour {people:.0f} {people:personne|personnes} ; {reached:.0f} de l’offre de {supply:.0f} {reached:est|sont} à la portée de quelqu’un.</translation>
    </message>
    <message>
        <location filename="../engine/access/apl.py"/>
        <source>Supply</source>
        <translation>Offre</translation>
    </message>
    <message>
        <location filename="../engine/access/apl.py"/>
        <source>With a table of times, demand and supply need a field “code” or “id”.</source>
        <translation>Avec une table de temps, la demande et l’offre ont besoin d’un champ « code » ou « id ».</translation>
    </message>
    <message>
        <location filename="../engine/access/apl.py"/>
        <source>{name} is no table of times between places: it needs the fields “from”, “to” and “minutes”. Its fields are: {fields}.</source>
        <translation>{name} n’est pas une table de temps entre lieux : il lui faut les champs « from », « to » et « minutes ». Ses champs sont : {fields}.</translation>
    </message>
    <message>
        <location filename="../engine/access/apl.py"/>
        <source>{name}: none of its fields ({fields}) bears the codes of the table of times.</source>
        <translation>{name} : aucun de ses champs ({fields}) ne porte les codes de la table de temps.</translation>
    </message>
    <message>
        <location filename="../engine/access/apl.py"/>
        <source>{name}: rows {rows} give two times to one pair of places. Keep one.</source>
        <translation>{name} : les lignes {rows} donnent deux temps à un même couple de lieux. N’en gardez qu’un.</translation>
    </message>
    <message>
        <location filename="../engine/access/apl.py"/>
        <source>{name}: {count} of {all} {all:pair|pairs} {count:leads|lead} from or to places that the layers do not have.</source>
        <translation>{name} : {count} {count:couple|couples} sur {all} {count:part|partent} de lieux, ou {count:mène|mènent} à des lieux, que les couches n’ont pas.</translation>
    </message>
    <message>
        <location filename="../engine/access/apl.py"/>
        <source>“{text}” are no weights by minutes such as 10:1,15:2/3,20:1/3: minutes that grow, and weights from 0 to 1.</source>
        <translation>« {text} » n’est pas une liste de poids par minutes comme 10:1,15:2/3,20:1/3 : des minutes croissantes et des poids de 0 à 1.</translation>
    </message>
    <message>
        <location filename="../engine/access/care.py"/>
        <source>No site has one of the roles {roles}. Choose other roles or add sites.</source>
        <translation>Aucun lieu n’a l’un des rôles {roles}. Choisissez d’autres rôles ou ajoutez des lieux.</translation>
    </message>
    <message>
        <location filename="../engine/access/care.py"/>
        <source>Nobody drives to sites of the roles {roles}, nor do these drive: helicopters fly, and a medical dispatch centre receives no patient. Leave these roles out.</source>
        <translation>Personne ne se rend en voiture aux sites des rôles {roles}, et ceux-ci ne prennent pas la route : les hélicoptères volent, et un centre 15 ne reçoit pas de patient. Retirez ces rôles.</translation>
    </message>
    <message>
        <location filename="../engine/access/care.py"/>
        <source>Sites</source>
        <translation>Sites</translation>
    </message>
    <message>
        <location filename="../engine/access/care.py"/>
        <source>The layer of places (convention DREES)</source>
        <translation>La couche des lieux (convention DREES)</translation>
    </message>
    <message>
        <location filename="../engine/access/care.py"/>
        <source>Unknown roles: {values}. The roles are: {roles}.</source>
        <translation>Rôles inconnus : {values}. Les rôles sont : {roles}.</translation>
    </message>
    <message>
        <location filename="../engine/access/care.py"/>
        <source>{ids:Site|Sites} {ids} {ids:stands|stand} on roads that nothing joins to the rest of the network: no place has a way to {ids:it. Check its position|them. Check their positions}, or build a network with the roads between.</source>
        <translation>{ids:Le lieu de soins|Les lieux de soins} {ids} {ids:est|sont} sur des routes que rien ne relie au reste du réseau : aucun lieu n’a de chemin vers {ids:lui. Vérifiez sa position|eux. Vérifiez leurs positions}, ou construisez un réseau avec les routes qui manquent.</translation>
    </message>
    <message>
        <location filename="../engine/access/care.py"/>
        <source>{name} {ids} stand on roads that are closed in the season {season} or by the layer of closed roads. Correct the closures, or leave these sites out.</source>
        <translation>{name} {ids} : sur des routes fermées en saison {season} ou par la couche de routes fermées. Corrigez les fermetures, ou laissez ces lieux de côté.</translation>
    </message>
    <message>
        <location filename="../engine/access/care.py"/>
        <source>{name} {ids}: farther than {km:g} km from any road of the network. Correct their positions (are lon and lat swapped?), or build a network that reaches them.</source>
        <translation>{name} {ids} : à plus de {km:g} km de toute route du réseau. Corrigez leurs positions (lon et lat interverties ?), ou construisez un réseau qui les atteint.</translation>
    </message>
    <message>
        <location filename="../engine/access/care.py"/>
        <source>{name}: no site's “insee” is the “code” of one of them. The convention DREES takes one point a commune, its chef-lieu, and no people spread over streets.</source>
        <translation>{name} : aucun site n’a pour « insee » le « code » de l’un d’eux. La convention DREES demande un point par commune, son chef-lieu, et non une population répartie sur les rues.</translation>
    </message>
    <message>
        <location filename="../engine/access/cells.py"/>
        <source>Cells of {cell:g} m would make {count} {count:cell|cells} of this network: choose larger cells.</source>
        <translation>Des mailles de {cell:g} m feraient {count} {count:maille|mailles} sur ce réseau : choisissez-les plus grandes.</translation>
    </message>
    <message>
        <location filename="../engine/access/cells.py"/>
        <source>The size of a cell must be from 1 to 5,000 metres, not {value}.</source>
        <translation>Le côté d’une maille doit être de 1 à 5 000 mètres, et non {value}.</translation>
    </message>
    <message>
        <location filename="../engine/access/findings.py"/>
        <source>Convention DREES: {known} {known:site stands|sites stand} at the chef-lieu of {known:its|their} commune, {unknown} {unknown:keeps its|keep their} own position.</source>
        <translation>Convention DREES : {known} {known:lieu de soins est placé|lieux de soins sont placés} au chef-lieu de {known:sa|leur} commune, {unknown} {unknown:garde sa|gardent leur} propre position.</translation>
    </message>
    <message>
        <location filename="../engine/access/findings.py"/>
        <source>During {hours:g} {hours:hour|hours} a week of the part {slot} no site that counts ({roles}) is open: no place has a time that holds at every moment, and all are “not computed”. covered_share says for how much of it they are covered.</source>
        <translation>Pendant {hours:g} {hours:heure|heures} par semaine de la plage {slot}, aucun lieu compté ({roles}) n’est ouvert : aucun lieu n’a de temps valable à tout moment, et tous sont « non calculés ». covered_share dit pour quelle part ils sont couverts.</translation>
    </message>
    <message>
        <location filename="../engine/access/findings.py"/>
        <source>No end of the roads was found near their outline: whether roads beyond could change a time cannot be told.</source>
        <translation>Aucun bout des routes n’a été trouvé près de leur pourtour : on ne peut dire si des routes au-delà changeraient un temps.</translation>
    </message>
    <message>
        <location filename="../engine/access/findings.py"/>
        <source>No site has the role {roles}: the areas are those of the others.</source>
        <translation>Aucun lieu n’a le rôle {roles} : les surfaces sont celles des autres.</translation>
    </message>
    <message>
        <location filename="../engine/access/findings.py"/>
        <source>Opening hours are not applied: {count} {count:site that is|sites that are} not open day and night, or {count:does|do} not say so, {count:counts|count} as open. Choose a slot to apply them.</source>
        <translation>Les horaires ne sont pas appliqués : {count} {count:lieu qui n’est pas ouvert|lieux qui ne sont pas ouverts} jour et nuit, ou ne le {count:dit|disent} pas, {count:compte comme ouvert|comptent comme ouverts}. Choisissez une plage pour les appliquer.</translation>
    </message>
    <message>
        <location filename="../engine/access/findings.py"/>
        <source>Sites that people drive to and teams that drive to them are shared out apart: two sets of areas, which overlap; the field “direction” tells them apart.</source>
        <translation>Les sites où l’on se rend et les équipes qui se déplacent sont partagés séparément : deux jeux de surfaces, qui se recouvrent ; le champ « direction » les distingue.</translation>
    </message>
    <message>
        <location filename="../engine/access/findings.py"/>
        <source>The convention concerns places only: areas are always drawn from the sites' own positions.</source>
        <translation>La convention ne concerne que les lieux : les surfaces sont toujours dessinées depuis la position propre des sites.</translation>
    </message>
    <message>
        <location filename="../engine/access/findings.py"/>
        <source>The network was built without an elevation model: snow slows no road, and slopes do not count.</source>
        <translation>Le réseau a été construit sans modèle d’altitude : la neige ne ralentit aucune route, et les pentes ne comptent pas.</translation>
    </message>
    <message>
        <location filename="../engine/access/findings.py"/>
        <source>The roads end {minutes:.0f} {minutes:minute|minutes} from some places, less than the {belt:g} that are wanted, but nearer sites are known for all of them.</source>
        <translation>Les routes s’arrêtent à {minutes:.0f} {minutes:minute|minutes} de certains lieux, moins que les {belt:g} souhaitées, mais tous ont un lieu de soins connu plus proche.</translation>
    </message>
    <message>
        <location filename="../engine/access/findings.py"/>
        <source>The roads reach at least {minutes:.0f} {minutes:minute|minutes} beyond every place.</source>
        <translation>Les routes s’étendent à {minutes:.0f} {minutes:minute|minutes} au moins au-delà de chaque lieu.</translation>
    </message>
    <message>
        <location filename="../engine/access/findings.py"/>
        <source>The roads' own data mark none as closed in the season {season}: it closes none.</source>
        <translation>Les données des routes n’en disent aucune fermée en saison {season} : elle n’en ferme aucune.</translation>
    </message>
    <message>
        <location filename="../engine/access/findings.py"/>
        <source>The roads' own data mark none as closed in the season {season}: only those of {name} are closed.</source>
        <translation>Les données des routes n’en disent aucune fermée en saison {season} : seules celles de {name} le sont.</translation>
    </message>
    <message>
        <location filename="../engine/access/findings.py"/>
        <source>{count} {count:place has|places have} no road within {km:g} km but a motorway, a ramp, a bridge, a tunnel or a ferry, and {count:stands|stand} on it: {ids}.</source>
        <translation>{count} {count:lieu n’a|lieux n’ont} pas d’autre route à moins de {km:g} km qu’une autoroute, une bretelle, un pont, un tunnel ou un bac, et y {count:est placé|sont placés} : {ids}.</translation>
    </message>
    <message>
        <location filename="../engine/access/findings.py"/>
        <source>{count} {count:place is|places are} farther than {km:g} km from any road and {count:is|are} not computed: {ids}.</source>
        <translation>{count} {count:lieu est|lieux sont} à plus de {km:g} km de toute route et {count:n’est pas calculé|ne sont pas calculés} : {ids}.</translation>
    </message>
    <message>
        <location filename="../engine/access/findings.py"/>
        <source>{count} {count:place is|places are} farther than {metres:g} m from any road; {count:its time is|their times are} doubtful.</source>
        <translation>{count} {count:lieu est|lieux sont} à plus de {metres:g} m de toute route ; {count:son temps est douteux|leurs temps sont douteux}.</translation>
    </message>
    <message>
        <location filename="../engine/access/findings.py"/>
        <source>{count} {count:place|places} ({people:.0f} {people:person|people}) {count:has|have} roads but no way to any site: closed roads cut {count:it|them} off, or one-way roads. {count:It is|They are} not computed, and not counted as beyond: {ids}.</source>
        <translation>{count} {count:lieu|lieux} ({people:.0f} {people:habitant|habitants}) {count:a|ont} des routes mais aucun chemin vers un lieu de soins : des routes fermées ou à sens unique {count:l’en|les en} coupent. {count:Il n’est pas calculé, ni compté|Ils ne sont pas calculés, ni comptés} comme au-delà : {ids}.</translation>
    </message>
    <message>
        <location filename="../engine/access/findings.py"/>
        <source>{count} {count:place|places} ({people:.0f} {people:person|people}) {count:is|are} nearer to the end of the roads than to care: roads and sites beyond could change {count:its time, and it is|their times, and they are} marked as uncertain. Take in the roads and sites of {belt:g} {belt:minute|minutes} of driving around.</source>
        <translation>{count} {count:lieu|lieux} ({people:.0f} {people:habitant|habitants}) {count:est|sont} plus près du bout des routes que des soins : des routes et des lieux de soins au-delà pourraient changer {count:son temps ; il est marqué comme incertain|leurs temps ; ils sont marqués comme incertains}. Prenez les routes et les lieux de soins à {belt:g} {belt:minute|minutes} de conduite alentour.</translation>
    </message>
    <message>
        <location filename="../engine/access/findings.py"/>
        <source>{count} {count:place|places} {count:is|are} nearer to the end of the roads than to care: roads and sites beyond could change {count:its time, and it is|their times, and they are} marked as uncertain. Take in the roads and sites of {belt:g} {belt:minute|minutes} of driving around.</source>
        <translation>{count} {count:lieu|lieux} {count:est|sont} plus près du bout des routes que des soins : des routes et des lieux de soins au-delà pourraient changer {count:son temps ; il est marqué comme incertain|leurs temps ; ils sont marqués comme incertains}. Prenez les routes et les lieux de soins à {belt:g} {belt:minute|minutes} de conduite alentour.</translation>
    </message>
    <message>
        <location filename="../engine/access/findings.py"/>
        <source>{count} {count:site is|sites are} a helicopter or a medical dispatch centre, and {count:has no area|have no areas} by road.</source>
        <translation>{count} {count:site est un hélicoptère ou un centre 15 et n’a|sites sont des hélicoptères ou des centres 15 et n’ont} pas de surface par la route.</translation>
    </message>
    <message>
        <location filename="../engine/access/findings.py"/>
        <source>{count} {count:site is|sites are} not open throughout the part of the week {slot} and {count:has no area of its|have no areas of their} own: {ids}.</source>
        <translation>{count} {count:site n’est pas ouvert|sites ne sont pas ouverts} pendant toute la plage {slot} et {count:n’a|n’ont} pas de surface propre : {ids}.</translation>
    </message>
    <message>
        <location filename="../engine/access/findings.py"/>
        <source>{count} {count:site is|sites are} open for a season only and {count:counts|count} all the year: {ids}.</source>
        <translation>{count} {count:lieu n’est ouvert qu’une saison et compte|lieux ne sont ouverts qu’une saison et comptent} toute l’année : {ids}.</translation>
    </message>
    <message>
        <location filename="../engine/access/findings.py"/>
        <source>{ids:Site|Sites} {ids} {ids:has no hours and is counted in no slot: its role is not open day and night by law. Write its hours, 24/7 where it is|have no hours and are counted in no slot: their roles are not open day and night by law. Write their hours, 24/7 where they are}.</source>
        <translation>{ids:Le lieu|Les lieux} {ids} {ids:n’a pas d’horaires et ne compte dans aucune plage : son type n’est pas ouvert jour et nuit de droit. Inscrivez ses horaires|n’ont pas d’horaires et ne comptent dans aucune plage : leur type n’est pas ouvert jour et nuit de droit. Inscrivez leurs horaires}, 24/7 s’il y a lieu.</translation>
    </message>
    <message>
        <location filename="../engine/access/findings.py"/>
        <source>{ids:Site|Sites} {ids} {ids:has|have} no road within {km:g} km but a motorway, a ramp, a bridge, a tunnel or a ferry, and {ids:stands|stand} on it.</source>
        <translation>{ids:Le lieu de soins|Les lieux de soins} {ids} {ids:n’a|n’ont} pas d’autre route à moins de {km:g} km qu’une autoroute, une bretelle, un pont, un tunnel ou un bac, et {ids:y est placé|y sont placés}.</translation>
    </message>
    <message>
        <location filename="../engine/access/findings.py"/>
        <source>{ids:Site|Sites} {ids} {ids:is|are} closed throughout the slot {slot}.</source>
        <translation>{ids:Le lieu|Les lieux} {ids} {ids:est fermé|sont fermés} pendant toute la plage {slot}.</translation>
    </message>
    <message>
        <location filename="../engine/access/findings.py"/>
        <source>{ids:Site|Sites} {ids} {ids:is|are} farther than {metres:g} m from any road; {ids:its|their} times are doubtful.</source>
        <translation>{ids:Le lieu de soins|Les lieux de soins} {ids} {ids:est|sont} à plus de {metres:g} m de toute route ; {ids:ses|leurs} temps sont douteux.</translation>
    </message>
    <message>
        <location filename="../engine/access/findings.py"/>
        <source>{ids:Site|Sites} {ids} {ids:stands|stand} on roads that nothing joins to the rest of the network: nobody else has a way to {ids:it, and it is left out. Check its position|them, and they are left out. Check their positions}, or build a network with the roads between.</source>
        <translation>{ids:Le lieu de soins|Les lieux de soins} {ids} {ids:est|sont} sur des routes que rien ne relie au reste du réseau : personne d’autre n’a de chemin vers {ids:lui, et il est laissé de côté. Vérifiez sa position|eux, et ils sont laissés de côté. Vérifiez leurs positions}, ou construisez un réseau avec les routes qui manquent.</translation>
    </message>
    <message>
        <location filename="../engine/access/gaps.py"/>
        <source>{beyond:.0f} of {all:.0f} {all:person|people} {beyond:lives|live} more than {threshold:g} {threshold:minute|minutes} away (definition {definition}; {inside:.0f} {inside:stands|stand} inside the drawn areas; {low:.0f} to {high:.0f} within the stated range of speeds); {missing:.0f} {missing:person is|people are} not computed.</source>
        <translation>{beyond:.0f} {beyond:habitant|habitants} sur {all:.0f} {beyond:vit|vivent} à plus de {threshold:g} {threshold:minute|minutes} (définition : {definition} ; {inside:.0f} {inside:se trouve|se trouvent} dans les zones dessinées ; de {low:.0f} à {high:.0f} dans la fourchette de vitesses indiquée) ; {missing:.0f} {missing:habitant n’est pas calculé|habitants ne sont pas calculés}.</translation>
    </message>
    <message>
        <location filename="../engine/access/isochrones.py"/>
        <source>Some bands hold people, and roads too short to be drawn with cells of this size: they have no shape. Choose smaller cells to see them.</source>
        <translation>Certaines tranches ont des habitants, mais des routes trop courtes pour être dessinées avec des mailles de cette taille : elles n’ont pas de surface. Choisissez des mailles plus petites pour les voir.</translation>
    </message>
    <message>
        <location filename="../engine/access/isochrones.py"/>
        <source>The bands must be positive minutes in increasing order, such as 10,20,30,45,60, not {bands}.</source>
        <translation>Les tranches doivent être des minutes positives et croissantes, comme 10,20,30,45,60, et non {bands}.</translation>
    </message>
    <message>
        <location filename="../engine/access/official.py"/>
        <source>No area is drawn: the territories are not the communes of {name}.</source>
        <translation>Aucune zone n’est dessinée : les territoires ne sont pas les communes de {name}.</translation>
    </message>
    <message>
        <location filename="../engine/access/official.py"/>
        <source>No place lies in a commune of {name}: its “code” or “territory” must be a commune's code.</source>
        <translation>Aucun lieu n’est dans une commune de {name} : son « code » ou son « territory » doit être un code de commune.</translation>
    </message>
    <message>
        <location filename="../engine/access/official.py"/>
        <source>The layer of territories</source>
        <translation>La couche des territoires</translation>
    </message>
    <message>
        <location filename="../engine/access/official.py"/>
        <source>The population layer</source>
        <translation>La couche de population</translation>
    </message>
    <message>
        <location filename="../engine/access/official.py"/>
        <source>no time for its commune in the table</source>
        <translation>pas de temps pour sa commune dans la table</translation>
    </message>
    <message>
        <location filename="../engine/access/official.py"/>
        <source>{count} {count:commune of the table has|communes of the table have} no place here: {codes}.</source>
        <translation>{count} {count:commune de la table n’a|communes de la table n’ont} aucun lieu ici : {codes}.</translation>
    </message>
    <message>
        <location filename="../engine/access/official.py"/>
        <source>{name}: {beyond:.0f} of {all:.0f} {all:person|people} {beyond:lives|live} in communes more than {threshold:g} {threshold:minute|minutes} from emergency care; {missing:.0f} {missing:person|people} in {count} {count:place|places} {missing:has|have} no time.</source>
        <translation>{name} : {beyond:.0f} {beyond:personne|personnes} sur {all:.0f} {beyond:vit|vivent} dans des communes à plus de {threshold:g} {threshold:minute|minutes} des soins urgents ; {missing:.0f} {missing:personne|personnes} en {count} {count:lieu|lieux} {missing:n’a|n’ont} pas de temps.</translation>
    </message>
    <message>
        <location filename="../engine/access/official.py"/>
        <source>{people:.0f} of the people beyond {people:lives in a commune|live in communes} without a contour in the territories: no area shows them.</source>
        <translation>{people:.0f} des personnes au-delà {people:vit dans une commune|vivent dans des communes} sans contour dans les territoires : aucune zone ne {people:la|les} montre.</translation>
    </message>
    <message>
        <location filename="../engine/access/official_table.py"/>
        <source>hours</source>
        <translation>heures</translation>
    </message>
    <message>
        <location filename="../engine/access/official_table.py"/>
        <source>seconds</source>
        <translation>secondes</translation>
    </message>
    <message>
        <location filename="../engine/access/official_table.py"/>
        <source>{name} has no field of commune codes (TIMES_CODE). Its fields are: {fields}. Say which one it is.</source>
        <translation>{name} n’a pas de champ de codes de communes (TIMES_CODE). Ses champs sont : {fields}. Indiquez lequel c’est.</translation>
    </message>
    <message>
        <location filename="../engine/access/official_table.py"/>
        <source>{name} has no way to or from {count} {count:commune|communes} with an SU or a SMUR: {codes}. Nobody is said to be near {count:it|them}.</source>
        <translation>{name} n’a aucun trajet vers {count} {count:commune|communes} qui {count:a|ont} un SU ou un SMUR, ni depuis {count:elle|elles} : {codes}. Personne n’en est dit proche.</translation>
    </message>
    <message>
        <location filename="../engine/access/official_table.py"/>
        <source>{name} is a distancier (pairs of communes): give the sites (SITES), with the commune of each in “insee”, so that only the ways to an SU or a SMUR count.</source>
        <translation>{name} est un distancier (couples de communes) : donner les sites (SITES), avec la commune de chacun dans « insee », pour ne compter que les trajets vers un SU ou un SMUR.</translation>
    </message>
    <message>
        <location filename="../engine/access/official_table.py"/>
        <source>{name}: no row leads to a commune with an SU or a SMUR. Check the field “insee” of the sites.</source>
        <translation>{name} : aucune ligne ne mène à une commune qui a un SU ou un SMUR. Vérifiez le champ « insee » des sites.</translation>
    </message>
    <message>
        <location filename="../engine/access/official_table.py"/>
        <source>{name}: rows {rows} give two times to one commune ({codes}). Keep one.</source>
        <translation>{name} : les lignes {rows} donnent deux temps à une même commune ({codes}). N’en gardez qu’un.</translation>
    </message>
    <message>
        <location filename="../engine/access/official_table.py"/>
        <source>{name}: the field {field} is above {most:g} minutes in {rows:row|rows} {rows}. It is probably in seconds: divide it by 60.</source>
        <translation>{name} : le champ {field} dépasse {most:g} minutes {rows:à la ligne|aux lignes} {rows}. Il est sans doute en secondes : divisez-le par 60.</translation>
    </message>
    <message>
        <location filename="../engine/access/official_table.py"/>
        <source>{name}: the field {field} is in {unit} by its name, and its times are too long for that. Call it temps_min if they are minutes.</source>
        <translation>{name} : d’après son nom, le champ {field} est en {unit}, et ses temps sont trop longs pour cela. Appelez-le temps_min si ce sont des minutes.</translation>
    </message>
    <message>
        <location filename="../engine/access/official_table.py"/>
        <source>{name}: the field {field} is in {unit} by its name, and was turned into minutes.</source>
        <translation>{name} : d’après son nom, le champ {field} est en {unit} ; il a été converti en minutes.</translation>
    </message>
    <message>
        <location filename="../engine/access/official_table.py"/>
        <source>{name}: the times of the field {field} go from {least:g} to {most:g}, half of them beyond {median:g}: are these minutes? Where they are hours or seconds, turn them into minutes first.</source>
        <translation>{name} : les temps du champ {field} vont de {least:g} à {most:g}, la moitié au-delà de {median:g} : sont-ce des minutes ? Si ce sont des heures ou des secondes, convertissez-les d’abord en minutes.</translation>
    </message>
    <message>
        <location filename="../engine/access/official_table.py"/>
        <source>{name}: times of {count} {count:commune|communes} from the fields {code} and {minutes}; {missing} {missing:commune has|communes have} none, and {empty} {empty:row|rows} no code.</source>
        <translation>{name} : temps de {count} {count:commune|communes} lus dans les champs {code} et {minutes} ; {missing} {missing:commune n’en a|communes n’en ont} pas, et {empty} {empty:ligne n’a|lignes n’ont} pas de code.</translation>
    </message>
    <message>
        <location filename="../engine/access/official_table.py"/>
        <source>{name}: which field holds the minutes (TIMES_MINUTES)? Its fields are: {fields}.</source>
        <translation>{name} : quel champ contient les minutes (TIMES_MINUTES) ? Ses champs sont : {fields}.</translation>
    </message>
    <message>
        <location filename="../engine/access/official_table.py"/>
        <source>{name}: {codes} has the longest time of its arrondissements, which stand there alone.</source>
        <translation>{name} : {codes} prend le temps le plus long de ses arrondissements, qui y figurent seuls.</translation>
    </message>
    <message>
        <location filename="../engine/access/onward.py"/>
        <source>The way onward is computed from place to place only (CONVENTION=fine).</source>
        <translation>Le trajet qui continue ne se calcule que de lieu à lieu (CONVENTION=fine).</translation>
    </message>
    <message>
        <location filename="../engine/access/onward.py"/>
        <source>“{role}”: its team drives to people, so that nobody is taken there.</source>
        <translation>« {role} » : son équipe se déplace, si bien que personne n’y est conduit.</translation>
    </message>
    <message>
        <location filename="../engine/access/people.py"/>
        <source>The territories lie elsewhere than the population. Check their coordinates, which may be swapped, and their reference system.</source>
        <translation>Les territoires sont ailleurs que la population. Vérifiez leurs coordonnées, peut-être interverties, et leur système de référence.</translation>
    </message>
    <message>
        <location filename="../engine/access/route.py"/>
        <source>Both points stand at the same place on the roads: there is nothing to drive.</source>
        <translation>Les deux points sont au même endroit des routes : il n’y a rien à parcourir.</translation>
    </message>
    <message>
        <location filename="../engine/access/route.py"/>
        <source>The end</source>
        <translation>L’arrivée</translation>
    </message>
    <message>
        <location filename="../engine/access/route.py"/>
        <source>The start</source>
        <translation>Le départ</translation>
    </message>
    <message>
        <location filename="../engine/access/route.py"/>
        <source>There is no way between the two points in this season. Choose other points, another season, or a profile that may pass.</source>
        <translation>Aucun chemin ne mène d’un point à l’autre en cette saison. Choisissez d’autres points, une autre saison, ou un profil qui passe.</translation>
    </message>
    <message>
        <location filename="../engine/access/route.py"/>
        <source>bends</source>
        <translation>virages</translation>
    </message>
    <message>
        <location filename="../engine/access/route.py"/>
        <source>driving</source>
        <translation>conduite</translation>
    </message>
    <message>
        <location filename="../engine/access/route.py"/>
        <source>giving way</source>
        <translation>cédez-le-passage</translation>
    </message>
    <message>
        <location filename="../engine/access/route.py"/>
        <source>range of speeds</source>
        <translation>fourchette de vitesses</translation>
    </message>
    <message>
        <location filename="../engine/access/route.py"/>
        <source>sections in town</source>
        <translation>tronçons urbains</translation>
    </message>
    <message>
        <location filename="../engine/access/route.py"/>
        <source>slopes</source>
        <translation>pentes</translation>
    </message>
    <message>
        <location filename="../engine/access/route.py"/>
        <source>snow</source>
        <translation>neige</translation>
    </message>
    <message>
        <location filename="../engine/access/route.py"/>
        <source>traffic</source>
        <translation>circulation</translation>
    </message>
    <message>
        <location filename="../engine/access/route.py"/>
        <source>traffic lights</source>
        <translation>feux</translation>
    </message>
    <message>
        <location filename="../engine/access/route.py"/>
        <source>turning off</source>
        <translation>changements de route</translation>
    </message>
    <message>
        <location filename="../engine/access/route.py"/>
        <source>{km:.1f} km in {minutes:.1f} {minutes:minute|minutes}: {parts}.</source>
        <translation>{km:.1f} km en {minutes:.1f} {minutes:minute|minutes} : {parts}.</translation>
    </message>
    <message>
        <location filename="../engine/access/route.py"/>
        <source>{place} is farther than {km:g} km from any road of the network. Choose another point.</source>
        <translation>{place} est à plus de {km:g} km de toute route du réseau. Choisissez un autre point.</translation>
    </message>
    <message>
        <location filename="../engine/access/route.py"/>
        <source>{place} stands on a road that is closed in the season {season} or by the layer of closed roads. Choose another point or season.</source>
        <translation>{place} est sur une route fermée en saison {season} ou par la couche de routes fermées. Choisissez un autre point ou une autre saison.</translation>
    </message>
    <message>
        <location filename="../engine/access/setting.py"/>
        <source>The threshold must be a positive number of minutes, not {value}.</source>
        <translation>Le seuil doit être un nombre positif de minutes, et non {value}.</translation>
    </message>
    <message>
        <location filename="../engine/access/setting.py"/>
        <source>“{value}” is none of the words of {name}: {words}.</source>
        <translation>« {value} » n’est pas un mot de {name} : {words}.</translation>
    </message>
    <message>
        <location filename="../engine/access/smoothing.py"/>
        <source>Borders were smoothed for print, by {metres:g} m: {before:.1f} km² became {after:.1f} km². Figures are those of the areas before: measure nothing on these.</source>
        <translation>Contours lissés pour l’impression, à {metres:g} m : {before:.1f} km² sont devenus {after:.1f} km². Les chiffres sont ceux des surfaces d’avant : ne mesurez rien sur celles-ci.</translation>
    </message>
    <message>
        <location filename="../engine/access/smoothing.py"/>
        <source>The tolerance must be a positive number of metres, not {value}.</source>
        <translation>La tolérance doit être un nombre positif de mètres, et non {value}.</translation>
    </message>
    <message>
        <location filename="../engine/access/smoothing.py"/>
        <source>{name} is not in a metric reference system. Reproject it, to EPSG:2154 in mainland France.</source>
        <translation>{name} n’est pas dans un système de coordonnées métrique. Reprojetez la couche, en EPSG:2154 en France métropolitaine.</translation>
    </message>
    <message>
        <location filename="../engine/access/territories.py"/>
        <source>{count} {count:person lives|people live} where territories overlap ({codes}), and would count in one of them alone. Give territories that do not overlap, of one level.</source>
        <translation>{count} {count:personne vit|personnes vivent} là où des territoires se recouvrent ({codes}), et {count:ne serait comptée|ne seraient comptées} que dans l’un d’eux. Donnez des territoires d’un même niveau, qui ne se recouvrent pas.</translation>
    </message>
    <message>
        <location filename="../engine/access/times.py"/>
        <source>No site has a role that the definition “{definition}” counts ({roles}). Choose another definition, or add such sites.</source>
        <translation>Aucun lieu n’a un type que compte la définition « {definition} » ({roles}). Choisissez une autre définition, ou ajoutez de tels lieux.</translation>
    </message>
    <message>
        <location filename="../engine/access/times.py"/>
        <source>No site has an emergency role (SU, SMUR, SMUR_ANTENNE or AMU). Add such sites, or check the field “role”.</source>
        <translation>Aucun lieu n’a de rôle d’urgence (SU, SMUR, SMUR_ANTENNE ou AMU). Ajoutez-en, ou vérifiez le champ « role ».</translation>
    </message>
    <message>
        <location filename="../engine/access/times.py"/>
        <source>No site has an emergency role (SU, SMUR, SMUR_ANTENNE or AMU). Say which kind of your own counts, where that can be asked (OTHER_CARE: {roles}), or add such sites.</source>
        <translation>Aucun lieu n’a de rôle d’urgence (SU, SMUR, SMUR_ANTENNE ou AMU). Dites quelle sorte de lieu à vous compte, là où on peut le demander (OTHER_CARE : {roles}), ou ajoutez de tels lieux.</translation>
    </message>
    <message>
        <location filename="../engine/access/times.py"/>
        <source>No site is open during the slot {slot}. Choose another one, or write the hours of the sites.</source>
        <translation>Aucun lieu n’est ouvert pendant la plage {slot}. Choisissez-en une autre, ou inscrivez les horaires des lieux.</translation>
    </message>
    <message>
        <location filename="../engine/access/times.py"/>
        <source>No site with an emergency role is open in the season {season}. Choose another season, or correct the field “season”.</source>
        <translation>Aucun lieu de soins urgents n’est ouvert en saison {season}. Choisissez une autre saison, ou corrigez le champ « season ».</translation>
    </message>
    <message>
        <location filename="../engine/access/times.py"/>
        <source>Of {count} {count:place|places}, none is within {km:g} km of a road of the network. Check their reference system and coordinates, or the network.</source>
        <translation>Sur {count} {count:lieu|lieux}, aucun n’est à moins de {km:g} km d’une route du réseau. Vérifiez leur système de référence et leurs coordonnées, ou le réseau.</translation>
    </message>
    <message>
        <location filename="../engine/access/times.py"/>
        <source>farther than 2 km from any road</source>
        <translation>à plus de 2 km de toute route</translation>
    </message>
    <message>
        <location filename="../engine/access/times.py"/>
        <source>its road is closed</source>
        <translation>sa route est fermée</translation>
    </message>
    <message>
        <location filename="../engine/bench/bench.py"/>
        <source>{site} does not count here: it is closed in this season, or nothing joins its road to the rest.</source>
        <translation>{site} ne compte pas ici : ce lieu est fermé à cette saison, ou rien ne relie sa route au reste.</translation>
    </message>
    <message>
        <location filename="../engine/bench/opening.py"/>
        <source>The roads of the study in {path} are not where they were: {file}. Put the file back, or run the study again with the network where it is now.</source>
        <translation>Les routes de l’étude de {path} ne sont plus à leur place : {file}. Remettez le fichier, ou menez l’étude de nouveau avec le réseau là où il est.</translation>
    </message>
    <message>
        <location filename="../engine/bench/opening.py"/>
        <source>The roads, speeds or sites of the study in {path} have changed since it was run: {count} {count:place has|places have} other times now. Run the study again, then try places.</source>
        <translation>Les routes, les vitesses ou les lieux de l’étude de {path} ont changé depuis : {count} {count:point a|points ont} d’autres temps aujourd’hui. Menez l’étude de nouveau, puis essayez des lieux.</translation>
    </message>
    <message>
        <location filename="../engine/bench/opening.py"/>
        <source>The study in {path} stands on official times, which know no roads: a place that is tried has no time. Run a study on a road network (NETWORK) of the same area, and try places there.</source>
        <translation>L’étude de {path} repose sur des temps officiels, qui ne connaissent pas de routes : un lieu à l’essai n’aurait pas de temps. Menez une étude sur un réseau routier (NETWORK) du même territoire, et essayez les lieux sur celle-ci.</translation>
    </message>
    <message>
        <location filename="../engine/bench/scenario.py"/>
        <source>The sites that are tried</source>
        <translation>Les lieux à l’essai</translation>
    </message>
    <message>
        <location filename="../engine/bench/store.py"/>
        <source>The scenarios of this study cannot be read ({path}: {reason}). Move the file elsewhere to begin anew, or put back a copy of it.</source>
        <translation>Les scénarios de cette étude ne peuvent pas être lus ({path} : {reason}). Déplacez ce fichier pour repartir de zéro, ou remettez-en une copie.</translation>
    </message>
    <message>
        <location filename="../engine/compiled.py"/>
        <source>The Python library numba is missing: all works, several times as slowly. Install numba to compute a région in minutes.</source>
        <translation>La bibliothèque Python numba manque : tout fonctionne, mais bien plus lentement. Installez numba pour calculer une région en quelques minutes.</translation>
    </message>
    <message>
        <location filename="../engine/drafts.py"/>
        <source>Another run is writing into the folder {path}. Wait for its end, or choose another folder.</source>
        <translation>Un autre traitement écrit dans le dossier {path}. Attendez sa fin, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../engine/drafts.py"/>
        <source>The file {path} cannot be replaced ({reason}). Close the programs that use it and start again.</source>
        <translation>Le fichier {path} ne peut être remplacé ({reason}). Fermez les programmes qui s’en servent et recommencez.</translation>
    </message>
    <message>
        <location filename="../engine/drafts.py"/>
        <source>The folder {path} does not exist. Create it or choose another one.</source>
        <translation>Le dossier {path} n’existe pas. Créez-le ou choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../engine/fetch/cache.py"/>
        <source>a file that grows while it is fetched, or of more than {most} MB</source>
        <translation>un fichier qui grandit pendant le téléchargement, ou de plus de {most} Mo</translation>
    </message>
    <message>
        <location filename="../engine/fetch/cache.py"/>
        <source>more than {most} MB, or nothing whole within {minutes} {minutes:minute|minutes}</source>
        <translation>plus de {most} Mo, ou rien d’entier en {minutes} {minutes:minute|minutes}</translation>
    </message>
    <message>
        <location filename="../engine/fetch/cache.py"/>
        <source>the connection broke off</source>
        <translation>la connexion s’est interrompue</translation>
    </message>
    <message>
        <location filename="../engine/fetch/cache.py"/>
        <source>{host} answered with something else than was asked for: {trouble}. Try again later, or with a smaller extent.</source>
        <translation>{host} a répondu autre chose que ce qui était demandé : {trouble}. Réessayez plus tard, ou avec une étendue plus petite.</translation>
    </message>
    <message>
        <location filename="../engine/fetch/cache.py"/>
        <source>{host} cannot be reached ({reason}). Check the connection and QGIS's proxy (Settings, Options, Network). What was fetched already is kept in {folder}; start again to go on, or use files that you have.</source>
        <translation>{host} est injoignable ({reason}). Vérifiez la connexion et le proxy de QGIS (Préférences, Options, Réseau). Ce qui a déjà été téléchargé reste dans {folder} ; relancez pour continuer, ou utilisez des fichiers que vous avez.</translation>
    </message>
    <message>
        <location filename="../engine/fetch/cache.py"/>
        <source>{host} is busy (HTTP {status}); asking again in {seconds:.0f} s.</source>
        <translation>{host} est occupé (HTTP {status}) ; nouvelle demande dans {seconds:.0f} s.</translation>
    </message>
    <message>
        <location filename="../engine/fetch/cache.py"/>
        <source>{host} refused the request (HTTP {status}). Check the address, or try again later; what was fetched already is kept in {folder}.</source>
        <translation>{host} a refusé la demande (HTTP {status}). Vérifiez l’adresse, ou réessayez plus tard ; ce qui a déjà été téléchargé reste dans {folder}.</translation>
    </message>
    <message>
        <location filename="../engine/fetch/geo_api.py"/>
        <source>no GeoJSON of communes</source>
        <translation>pas de GeoJSON de communes</translation>
    </message>
    <message>
        <location filename="../engine/fetch/geo_api.py"/>
        <source>no commune</source>
        <translation>aucune commune</translation>
    </message>
    <message>
        <location filename="../engine/fetch/geo_api.py"/>
        <source>{count} {count:commune|communes} and {people:.0f} {people:person|people} of {codes} fetched.</source>
        <translation>{count} {count:commune|communes} et {people:.0f} {people:habitant|habitants} de {codes} téléchargés.</translation>
    </message>
    <message>
        <location filename="../engine/fetch/overpass.py"/>
        <source>The area is too large to be asked of a public server ({count} {count:tile|tiles}, {most} at most). Download an extract of the region (Geofabrik) instead.</source>
        <translation>La zone est trop grande pour être demandée à un serveur public ({count} {count:tuile|tuiles}, {most} au plus). Téléchargez plutôt un extrait de la région (Geofabrik).</translation>
    </message>
    <message>
        <location filename="../engine/fetch/overpass.py"/>
        <source>The area {extent} is none: west, south, east, north in degrees.</source>
        <translation>La zone {extent} n’en est pas une : ouest, sud, est, nord en degrés.</translation>
    </message>
    <message>
        <location filename="../engine/fetch/overpass.py"/>
        <source>The disk of {path} has less than {size:.0f} MB of free space, which the roads may take. Free some space, or choose another folder.</source>
        <translation>Le disque de {path} a moins de {size:.0f} Mo libres, que les routes peuvent prendre. Libérez de la place, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../engine/fetch/overpass.py"/>
        <source>no OpenStreetMap data, or only the beginning of it</source>
        <translation>pas de données OpenStreetMap, ou leur début seulement</translation>
    </message>
    <message>
        <location filename="../engine/fetch/overpass.py"/>
        <source>{count} {count:tile|tiles} of roads in the cache; {count:it is read|they are joined} now.</source>
        <translation>{count} {count:tuile|tuiles} de routes dans le cache ; {count:elle est maintenant lue|elles sont maintenant réunies}.</translation>
    </message>
    <message>
        <location filename="../engine/fetch/places.py"/>
        <source>No place is called “{name}”. Write its département too, or draw an extent.</source>
        <translation>Aucun lieu ne s’appelle « {name} ». Précisez son département, ou dessinez une étendue.</translation>
    </message>
    <message>
        <location filename="../engine/fetch/places.py"/>
        <source>This place is no area, but a point or a line: say how many kilometres around it roads are wanted (DISTANCE).</source>
        <translation>Ce lieu n’est pas une zone, mais un point ou une ligne : dites à combien de kilomètres autour il faut des routes (DISTANCE).</translation>
    </message>
    <message>
        <location filename="../engine/fetch/places.py"/>
        <source>What lies within {km:g} km of this place cannot be told in degrees. Draw an extent instead.</source>
        <translation>Ce qui se trouve à {km:g} km de ce lieu ne peut pas se dire en degrés. Dessinez plutôt une étendue.</translation>
    </message>
    <message>
        <location filename="../engine/fetch/places.py"/>
        <source>no list of places</source>
        <translation>pas de liste de lieux</translation>
    </message>
    <message>
        <location filename="../engine/files.py"/>
        <source>A file</source>
        <translation>Un fichier</translation>
    </message>
    <message>
        <location filename="../engine/files.py"/>
        <source>Nothing can be written into the folder {path} ({reason}). Choose another folder or ask for the right to write there.</source>
        <translation>Rien ne peut être écrit dans le dossier {path} ({reason}). Choisissez un autre dossier ou demandez le droit d’y écrire.</translation>
    </message>
    <message>
        <location filename="../engine/files.py"/>
        <source>The file {path} does not exist. Check its folder and its name.</source>
        <translation>Le fichier {path} n’existe pas. Vérifiez son dossier et son nom.</translation>
    </message>
    <message>
        <location filename="../engine/files.py"/>
        <source>The file {path} is empty. Download or export it again.</source>
        <translation>Le fichier {path} est vide. Téléchargez-le ou exportez-le à nouveau.</translation>
    </message>
    <message>
        <location filename="../engine/files.py"/>
        <source>The path {path} holds letters that QGIS cannot work with ({letters}). Choose another name.</source>
        <translation>Le chemin {path} contient des caractères que QGIS ne prend pas ({letters}). Choisissez un autre nom.</translation>
    </message>
    <message>
        <location filename="../engine/files.py"/>
        <source>a file has this name</source>
        <translation>un fichier porte ce nom</translation>
    </message>
    <message>
        <location filename="../engine/files.py"/>
        <source>a folder has this name</source>
        <translation>un dossier porte ce nom</translation>
    </message>
    <message>
        <location filename="../engine/files.py"/>
        <source>access is denied, or another program holds the file open</source>
        <translation>accès refusé, ou fichier ouvert dans un autre programme</translation>
    </message>
    <message>
        <location filename="../engine/files.py"/>
        <source>it is not there</source>
        <translation>il n’y est pas</translation>
    </message>
    <message>
        <location filename="../engine/files.py"/>
        <source>its name is too long</source>
        <translation>son nom est trop long</translation>
    </message>
    <message>
        <location filename="../engine/files.py"/>
        <source>the disk can only be read</source>
        <translation>le disque est en lecture seule</translation>
    </message>
    <message>
        <location filename="../engine/files.py"/>
        <source>the disk is full</source>
        <translation>le disque est plein</translation>
    </message>
    <message>
        <location filename="../engine/files.py"/>
        <source>{path} cannot be written: its name must end with one of {suffixes}.</source>
        <translation>{path} ne peut être écrit : son nom doit se terminer par {suffixes}.</translation>
    </message>
    <message>
        <location filename="../engine/files.py"/>
        <source>{path} could not be written or read ({reason}). Free some space on the disk, check the rights, or choose another folder; what was there before is unchanged.</source>
        <translation>{path} n’a pas pu être écrit ou lu ({reason}). Libérez de la place sur le disque, vérifiez les droits, ou choisissez un autre dossier ; ce qui s’y trouvait n’a pas changé.</translation>
    </message>
    <message>
        <location filename="../engine/layer_file.py"/>
        <source>The file {path} cannot be written ({reason}). Free some space, or choose another folder.</source>
        <translation>Le fichier {path} ne peut être écrit ({reason}). Libérez de la place, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../engine/layer_file.py"/>
        <source>{found} of {count} {count:feature is|features are} in it</source>
        <translation>{found} sur {count} {count:entité s’y trouve|entités s’y trouvent}</translation>
    </message>
    <message>
        <location filename="../engine/network/account.py"/>
        <source>Heights from {dem}: {points} {points:point|points} along the roads, {voids_filled} of them in voids that were filled, {without_height} without height and taken for flat.</source>
        <translation>Altitudes de {dem} : {points} {points:point|points} le long des routes, dont {voids_filled} dans des lacunes qui ont été comblées et {without_height} sans altitude, {without_height:pris pour plat|pris pour plats}.</translation>
    </message>
    <message>
        <location filename="../engine/network/account.py"/>
        <source>No banned turn is known.</source>
        <translation>Aucune interdiction de tourner n’est connue.</translation>
    </message>
    <message>
        <location filename="../engine/network/account.py"/>
        <source>{bans_applied} {bans_applied:banned turn|banned turns} applied; {other} {other:other|others} could not be (hours, conditions, roads that do not meet).</source>
        <translation>{bans_applied} {bans_applied:interdiction de tourner appliquée|interdictions de tourner appliquées} ; {other} {other:autre n’a|autres n’ont} pas pu l’être (horaires, conditions, routes qui ne se touchent pas).</translation>
    </message>
    <message>
        <location filename="../engine/network/account.py"/>
        <source>{conditions_not_understood} {conditions_not_understood:road has|roads have} conditions on access by the hour, by vehicle or the like, which are not applied.</source>
        <translation>{conditions_not_understood} {conditions_not_understood:route a|routes ont} des conditions d’accès à certaines heures, pour certains véhicules ou semblables, qui ne sont pas appliquées.</translation>
    </message>
    <message>
        <location filename="../engine/network/account.py"/>
        <source>{edges} {edges:road|roads} between {junctions} {junctions:junction|junctions} kept, {length:.0f} km; nothing attaches to {islands} of them, cut off from the rest.</source>
        <translation>{edges} {edges:route|routes} entre {junctions} {junctions:carrefour|carrefours} {edges:gardée|gardées}, {length:.0f} km ; rien ne se rattache à {islands} d’entre elles, {islands:coupée|coupées} du reste.</translation>
    </message>
    <message>
        <location filename="../engine/network/account.py"/>
        <source>{line_ends} {line_ends:line end meets|line ends meet} at {places} {places:place|places}; {lines_cut} {lines_cut:line was|lines were} cut where another one meets {lines_cut:it|them}.</source>
        <translation>{line_ends} {line_ends:bout de ligne se rejoint|bouts de lignes se rejoignent} en {places} {places:endroit|endroits} ; {lines_cut} {lines_cut:ligne a été coupée|lignes ont été coupées} là où une autre {lines_cut:la|les} rencontre.</translation>
    </message>
    <message>
        <location filename="../engine/network/account.py"/>
        <source>{ways} {ways:line|lines} read from {name}; {not_drivable} {not_drivable:is|are} not for cars, {without_geometry} {without_geometry:has|have} no geometry and {without_length} no length.</source>
        <translation>{ways} {ways:ligne lue|lignes lues} dans {name} ; {not_drivable} {not_drivable:n’est|ne sont} pas pour les voitures, {without_geometry} {without_geometry:n’a|n’ont} pas de géométrie et {without_length} pas de longueur.</translation>
    </message>
    <message>
        <location filename="../engine/network/account.py"/>
        <source>{ways} {ways:way|ways} read from {name} ({date}); {not_drivable} {not_drivable:is|are} not for cars, {missing_nodes} of their points {missing_nodes:is|are} missing in the file.</source>
        <translation>{ways} {ways:voie lue|voies lues} dans {name} ({date}) ; {not_drivable} {not_drivable:n’est|ne sont} pas pour les voitures, {missing_nodes} de leurs points {missing_nodes:manque|manquent} dans le fichier.</translation>
    </message>
    <message>
        <location filename="../engine/network/bdtopo.py"/>
        <source>{name}: {count} {count:closure names|closures name} no months ({count:feature|features} {ids}: {values}); {count:this road stays|these roads stay} open in every season.</source>
        <translation>{name} : {count} {count:période de fermeture ne nomme|périodes de fermeture ne nomment} aucun mois ({count:entité|entités} {ids} : {values}) ; {count:cette route reste ouverte|ces routes restent ouvertes} en toute saison.</translation>
    </message>
    <message>
        <location filename="../engine/network/bdtopo.py"/>
        <source>{path}: the table non_communication has no fields {names}. This is not the BD TOPO that the plugin knows.</source>
        <translation>{path} : la table non_communication n’a pas les champs {names}. Ce n’est pas la BD TOPO que l’extension connaît.</translation>
    </message>
    <message>
        <location filename="../engine/network/build.py"/>
        <source>The roads of {name} have no length. Check the file.</source>
        <translation>Les routes de {name} n’ont pas de longueur. Vérifiez le fichier.</translation>
    </message>
    <message>
        <location filename="../engine/network/build_file.py"/>
        <source>{name} is in pieces: only {share:.0%} of its {km:.0f} km of roads hang together. Is a layer missing (main roads, streets), or do the ends not meet (“Repair”)?</source>
        <translation>{name} est en morceaux : seuls {share:.0%} de ses {km:.0f} km de routes se tiennent. Manque-t-il une couche (routes principales, rues), ou les extrémités ne se touchent-elles pas (« Réparer ») ?</translation>
    </message>
    <message>
        <location filename="../engine/network/build_file.py"/>
        <source>{name}: one can drive to and from only {share:.0%} of its roads, though they hang together: are the one-way streets drawn, and their directions read, the right way?</source>
        <translation>{name} : on ne peut aller et revenir que sur {share:.0%} de ses routes, bien qu’elles se tiennent : les sens uniques sont-ils dessinés, et lus, dans le bon sens ?</translation>
    </message>
    <message>
        <location filename="../engine/network/build_file.py"/>
        <source>{path} holds no road that is open to cars and joined to another one.</source>
        <translation>{path} ne contient aucune route ouverte aux voitures et reliée à une autre.</translation>
    </message>
    <message>
        <location filename="../engine/network/build_file.py"/>
        <source>{path} is not a road file that can be read: its name must end with one of {suffixes}.</source>
        <translation>{path} n’est pas un fichier de routes lisible : son nom doit finir par l’un de {suffixes}.</translation>
    </message>
    <message>
        <location filename="../engine/network/closures.py"/>
        <source>Closed: {roads}.</source>
        <translation>Fermées : {roads}.</translation>
    </message>
    <message>
        <location filename="../engine/network/closures.py"/>
        <source>{name}: closures that hold in the season {season}: {count}; roads closed by them: {roads} ({km:.1f} km).</source>
        <translation>{name} : fermetures valables en saison {season} : {count} ; routes qu’elles ferment : {roads} ({km:.1f} km).</translation>
    </message>
    <message>
        <location filename="../engine/network/closures.py"/>
        <source>{name}: of {count} {count:closure|closures}, none holds in the season {season}: it closes nothing. Choose the season, or correct the field “season”.</source>
        <translation>{name} : sur {count} {count:fermeture|fermetures}, aucune ne vaut en saison {season} : elle ne ferme rien. Choisissez la saison, ou corrigez le champ « season ».</translation>
    </message>
    <message>
        <location filename="../engine/network/closures.py"/>
        <source>{name}: {ids:feature|features} {ids} {ids:is neither a point nor a line|are neither points nor lines}. Mark closed roads by a point on each, or by lines along them.</source>
        <translation>{name} : {ids:l’entité|les entités} {ids} {ids:n’est ni un point ni une ligne|ne sont ni des points ni des lignes}. Marquez les routes fermées d’un point sur chacune, ou de lignes qui les suivent.</translation>
    </message>
    <message>
        <location filename="../engine/network/closures.py"/>
        <source>{name}: {ids:the feature|the features} {ids} {ids:lies|lie} on no road of the network: a point must be within {near:g} m of one, a line must follow or cross one. {ids:Move it, or delete it|Move them, or delete them}.</source>
        <translation>{name} : {ids:l’entité|les entités} {ids} {ids:n’est|ne sont} sur aucune route du réseau : un point doit être à moins de {near:g} m d’une route, une ligne doit en suivre ou en croiser une. {ids:Déplacez-la, ou supprimez-la|Déplacez-les, ou supprimez-les}.</translation>
    </message>
    <message>
        <location filename="../engine/network/exchange.py"/>
        <source>GraphML needs the library networkx, which is not there. Choose a GeoPackage (.gpkg).</source>
        <translation>GraphML demande la bibliothèque networkx, qui manque. Choisissez un GeoPackage (.gpkg).</translation>
    </message>
    <message>
        <location filename="../engine/network/graphml.py"/>
        <source>{name} is a graph of osmnx: it holds no banned turn, no traffic light, no barrier and no built-up land, and only the roads that were asked for. Take an OpenStreetMap extract (.osm.pbf) where you can.</source>
        <translation>{name} est un graphe d’osmnx : il ne contient ni interdiction de tourner, ni feu, ni barrière, ni zone bâtie, et seulement les routes qui ont été demandées. Prenez un extrait d’OpenStreetMap (.osm.pbf) si vous le pouvez.</translation>
    </message>
    <message>
        <location filename="../engine/network/graphml.py"/>
        <source>{path} holds a place, a shape or a reference system that is none ({reason}). Save the graph with osmnx.save_graphml.</source>
        <translation>{path} contient une position, un tracé ou un système de coordonnées qui n’en est pas un ({reason}). Enregistrez le graphe par osmnx.save_graphml.</translation>
    </message>
    <message>
        <location filename="../engine/network/graphml.py"/>
        <source>{path} holds no edge. Save a graph of roads (osmnx.save_graphml).</source>
        <translation>{path} ne contient aucune arête. Enregistrez un graphe de routes (osmnx.save_graphml).</translation>
    </message>
    <message>
        <location filename="../engine/network/graphml.py"/>
        <source>{path} is no whole GraphML file ({reason}). Save it again (osmnx.save_graphml).</source>
        <translation>{path} n’est pas un fichier GraphML entier ({reason}). Enregistrez-le de nouveau (osmnx.save_graphml).</translation>
    </message>
    <message>
        <location filename="../engine/network/graphml.py"/>
        <source>{path}: {ids:node|nodes} {ids} {ids:has|have} no place (x and y). Save the graph with osmnx.save_graphml.</source>
        <translation>{path} : {ids:le nœud|les nœuds} {ids} {ids:n’a|n’ont} pas de position (x et y). Enregistrez le graphe par osmnx.save_graphml.</translation>
    </message>
    <message>
        <location filename="../engine/network/line_words.py"/>
        <source>{name}: the field {field} does not know the direction of {count} {count:road, which is|roads, which are} taken as open both ways.</source>
        <translation>{name} : le champ {field} ne connaît pas le sens de {count} {count:route, prise|routes, prises} comme à double sens.</translation>
    </message>
    <message>
        <location filename="../engine/network/line_words.py"/>
        <source>{name}: the field {field} holds unknown directions in {ids:feature|features} {ids} ({values}). Use Double sens, Sens direct, Sens inverse.</source>
        <translation>{name} : le champ {field} contient des sens inconnus {ids:à l’entité|aux entités} {ids} ({values}). Écrivez Double sens, Sens direct ou Sens inverse.</translation>
    </message>
    <message>
        <location filename="../engine/network/line_words.py"/>
        <source>{name}: the field {field} holds words that are not known ({values}) in {count} {count:feature; this road is|features; these roads are} taken for open.</source>
        <translation>{name} : le champ {field} contient des mots inconnus ({values}) dans {count} {count:entité ; cette route est tenue pour ouverte|entités ; ces routes sont tenues pour ouvertes}.</translation>
    </message>
    <message>
        <location filename="../engine/network/lines.py"/>
        <source>{name} has no column of average speeds (SPEED_FIELD), of limits (maxspeed) or of classes (CLASS_FIELD). Its fields are: {fields}. Say which one it is, or add one.</source>
        <translation>{name} n’a ni champ de vitesses moyennes (SPEED_FIELD), ni limites (maxspeed), ni classes (CLASS_FIELD). Ses champs sont : {fields}. Indiquez lequel c’est, ou ajoutez-en un.</translation>
    </message>
    <message>
        <location filename="../engine/network/lines.py"/>
        <source>{name} has no fields: of a Shapefile, the .dbf file is missing. Copy all files of the layer (.shp, .shx, .dbf, .prj) into one folder.</source>
        <translation>{name} n’a pas de champs : d’un Shapefile, le fichier .dbf manque. Copiez tous les fichiers de la couche (.shp, .shx, .dbf, .prj) dans un même dossier.</translation>
    </message>
    <message>
        <location filename="../engine/network/lines.py"/>
        <source>{name} holds no road that a car can drive on ({count} {count:line was|lines were} read). Check the speeds and the layer.</source>
        <translation>{name} ne contient aucune route où roule une voiture ({count} {count:ligne lue|lignes lues}). Vérifiez les vitesses et la couche.</translation>
    </message>
    <message>
        <location filename="../engine/network/lines.py"/>
        <source>{name}: the field {field} holds classes that are not known ({values}) in {count} {count:feature; this line is|features; these lines are} left out.</source>
        <translation>{name} : le champ {field} contient des classes inconnues ({values}) dans {count} {count:entité ; cette ligne est laissée|entités ; ces lignes sont laissées} de côté.</translation>
    </message>
    <message>
        <location filename="../engine/network/lines.py"/>
        <source>{name}: the field {field} holds limits that are not understood ({values}) in {count} {count:feature; this road has|features; these roads have} the speed of {count:its|their} class.</source>
        <translation>{name} : le champ {field} contient des limites qui ne sont pas comprises ({values}) dans {count} {count:entité ; cette route a|entités ; ces routes ont} la vitesse de {count:sa|leur} classe.</translation>
    </message>
    <message>
        <location filename="../engine/network/lines.py"/>
        <source>{name}: the numbers of the field {field} are read as IGN's importance, 1 for the greatest roads.</source>
        <translation>{name} : les numéros du champ {field} sont lus comme l’importance de l’IGN, 1 pour les plus grandes routes.</translation>
    </message>
    <message>
        <location filename="../engine/network/lines.py"/>
        <source>{name}: {ids:feature|features} {ids} {ids:is not a line|are not lines}. Choose a layer of roads.</source>
        <translation>{name} : {ids:l’entité|les entités} {ids} {ids:n’est pas une ligne|ne sont pas des lignes}. Choisissez une couche de routes.</translation>
    </message>
    <message>
        <location filename="../engine/network/noding.py"/>
        <source>{name} has no nodes: {count} {count:line end touches|line ends touch} another line without a common point ({ids:feature|features} {ids}). Cut the lines at their junctions, or tick “Repair” to have it done.</source>
        <translation>{name} n’a pas de nœuds : {count} {count:extrémité touche|extrémités touchent} une autre ligne sans point commun ({ids:entité|entités} {ids}). Coupez les lignes à leurs carrefours, ou cochez « Réparer » pour que ce soit fait.</translation>
    </message>
    <message>
        <location filename="../engine/network/noding.py"/>
        <source>{name}: none of its lines has a length ({ids}). Check that it is whole, or choose another layer.</source>
        <translation>{name} : aucune de ses lignes n’a de longueur ({ids}). Vérifiez que le fichier est entier, ou choisissez une autre couche.</translation>
    </message>
    <message>
        <location filename="../engine/network/osm.py"/>
        <source>{path} holds no road that a car can drive on. Choose an extract with highway=* ways.</source>
        <translation>{path} ne contient aucune route pour les voitures. Choisissez un extrait avec des voies highway=*.</translation>
    </message>
    <message>
        <location filename="../engine/network/osm.py"/>
        <source>{path} is not an OpenStreetMap file: its name must end with one of {suffixes}.</source>
        <translation>{path} n’est pas un fichier OpenStreetMap : son nom doit finir par l’un de {suffixes}.</translation>
    </message>
    <message>
        <location filename="../engine/network/osm_file.py"/>
        <source>{path} cannot be read as OpenStreetMap data ({reason}). It may be cut short or be something else: download it again.</source>
        <translation>{path} ne peut être lu comme des données OpenStreetMap ({reason}). Il est peut-être tronqué ou d’une autre nature : téléchargez-le à nouveau.</translation>
    </message>
    <message>
        <location filename="../engine/network/osm_file.py"/>
        <source>{path} holds several versions of one object: it is a full history or a file of changes. Give an extract of one day (“osmium time-filter” makes one out of a history), or download one.</source>
        <translation>{path} contient plusieurs versions d’un même objet : c’est un historique complet ou un fichier de changements. Donnez un extrait d’un jour (« osmium time-filter » en tire un d’un historique), ou téléchargez-en un.</translation>
    </message>
    <message>
        <location filename="../engine/network/profiles.py"/>
        <source>The profile {path} has keys outside of any section: {keys}. Put them into the section that they belong to.</source>
        <translation>Le profil {path} a des clés hors de toute section : {keys}. Mettez-les dans la section dont elles relèvent.</translation>
    </message>
    <message>
        <location filename="../engine/network/profiles.py"/>
        <source>The profile {path} has the id “{id}”: it must be the name of the file, “{name}”.</source>
        <translation>Le profil {path} a l’id « {id} » : ce doit être le nom du fichier, « {name} ».</translation>
    </message>
    <message>
        <location filename="../engine/network/profiles.py"/>
        <source>The profile {path} has unknown keys in [{section}]: {keys}. Correct their spelling or delete them.</source>
        <translation>Le profil {path} a des clés inconnues dans [{section}] : {keys}. Corrigez-les ou supprimez-les.</translation>
    </message>
    <message>
        <location filename="../engine/network/profiles.py"/>
        <source>The profile {path} has unknown sections: {keys}. Correct their spelling or delete them; the sections are: {known}.</source>
        <translation>Le profil {path} a des sections inconnues : {keys}. Corrigez leur orthographe ou supprimez-les ; les sections sont : {known}.</translation>
    </message>
    <message>
        <location filename="../engine/network/profiles.py"/>
        <source>The profile {path} has values that make no sense: {values}. Correct them.</source>
        <translation>Le profil {path} a des valeurs qui n’ont pas de sens : {values}. Corrigez-les.</translation>
    </message>
    <message>
        <location filename="../engine/network/profiles.py"/>
        <source>The profile {path} is its own base. Name another one, or none.</source>
        <translation>Le profil {path} est sa propre base. Nommez-en une autre, ou aucune.</translation>
    </message>
    <message>
        <location filename="../engine/network/profiles.py"/>
        <source>The profile {path} is not valid TOML ({reason}). Mend that line.</source>
        <translation>Le profil {path} n’est pas du TOML valide ({reason}). Corrigez cette ligne.</translation>
    </message>
    <message>
        <location filename="../engine/network/profiles.py"/>
        <source>The profile {path} lacks the section [{section}]. Add it.</source>
        <translation>Il manque au profil {path} la section [{section}]. Ajoutez-la.</translation>
    </message>
    <message>
        <location filename="../engine/network/profiles.py"/>
        <source>The profile {path} lacks these keys in [{section}]: {keys}. Add them.</source>
        <translation>Il manque au profil {path} ces clés dans [{section}] : {keys}. Ajoutez-les.</translation>
    </message>
    <message>
        <location filename="../engine/network/profiles.py"/>
        <source>The profile {path} names “{name}” as its base, which is none. Choose one of: {known}.</source>
        <translation>Le profil {path} a pour base « {name} », qui n’existe pas. Choisissez parmi : {known}.</translation>
    </message>
    <message>
        <location filename="../engine/network/profiles.py"/>
        <source>There is no profile “{name}”. Choose one of: {known}.</source>
        <translation>Il n’y a pas de profil « {name} ». Choisissez parmi : {known}.</translation>
    </message>
    <message>
        <location filename="../engine/network/profiles.py"/>
        <source>{path} has the name of a profile of the plugin, whose figures others compare with. Give the file another name, and its “id” too.</source>
        <translation>{path} porte le nom d’un profil de l’extension, auquel d’autres comparent leurs chiffres. Donnez un autre nom au fichier, et à son « id ».</translation>
    </message>
    <message>
        <location filename="../engine/network/store.py"/>
        <source>{path} is cut short. Build the network again.</source>
        <translation>{path} est tronqué. Construisez le réseau à nouveau.</translation>
    </message>
    <message>
        <location filename="../engine/network/store.py"/>
        <source>{path} is damaged: its content is not what was written. Copy it again from where it came, or build the network again.</source>
        <translation>{path} est abîmé : son contenu n’est pas celui qui a été écrit. Copiez-le de nouveau de là où il vient, ou construisez de nouveau le réseau.</translation>
    </message>
    <message>
        <location filename="../engine/network/store.py"/>
        <source>{path} is not a network of Accès 30 (.accessnet). Make one from roads with the algorithm “Build a road network”, then choose it here.</source>
        <translation>{path} n’est pas un réseau d’Accès 30 (.accessnet). Faites-en un à partir de routes avec « Construire un réseau routier », puis choisissez-le ici.</translation>
    </message>
    <message>
        <location filename="../engine/network/store.py"/>
        <source>{path} was made by another version of Accès 30. Build the network again.</source>
        <translation>{path} a été fait par une autre version d’Accès 30. Construisez de nouveau le réseau.</translation>
    </message>
    <message>
        <location filename="../engine/network/strays.py"/>
        <source>{name}: {count} {count:road lies|roads lie} far from all others (near {places}) and {count:was|were} left out: {ids}.</source>
        <translation>{name} : {count} {count:route est|routes sont} loin de toutes les autres (près de {places}) et {count:a été laissée|ont été laissées} de côté : {ids}.</translation>
    </message>
    <message>
        <location filename="../engine/network/terrain.py"/>
        <source>The elevation model {path} does not cover the roads: {share:.0%} of the points along them have no height. Add the missing tiles (gdalbuildvrt joins them), or build without it.</source>
        <translation>Le modèle d’altitude {path} ne couvre pas les routes : {share:.0%} des points le long d’elles n’ont pas d’altitude. Ajoutez les dalles manquantes (gdalbuildvrt les assemble), ou construisez sans lui.</translation>
    </message>
    <message>
        <location filename="../engine/network/terrain.py"/>
        <source>The elevation model {path} gives heights from {low:.0f} to {high:.0f}: these are no metres. Check the raster and its “no data” value.</source>
        <translation>Le modèle d’altitude {path} donne des altitudes de {low:.0f} à {high:.0f} : ce ne sont pas des mètres. Vérifiez le raster et sa valeur « no data ».</translation>
    </message>
    <message>
        <location filename="../engine/network/terrain.py"/>
        <source>The elevation model {path} has no reference system. Give it one (gdal_edit, or QGIS's “Assign projection”).</source>
        <translation>Le modèle d’altitude {path} n’a pas de système de coordonnées. Donnez-lui-en un (gdal_edit, ou « Assigner une projection » de QGIS).</translation>
    </message>
    <message>
        <location filename="../engine/network/terrain.py"/>
        <source>{path} cannot be read as a raster of heights ({reason}). Choose a GeoTIFF, an ASCII grid or an SRTM tile.</source>
        <translation>{path} ne peut être lu comme un raster d’altitudes ({reason}). Choisissez un GeoTIFF, une grille ASCII ou une dalle SRTM.</translation>
    </message>
    <message>
        <location filename="../engine/network/terrain.py"/>
        <source>{path}: {share:.0%} of the roads would be steeper than {most:.0%}. Are its heights metres, and its voids marked as “no data”?</source>
        <translation>{path} : {share:.0%} des routes auraient une pente de plus de {most:.0%}. Ses altitudes sont-elles en mètres, et ses lacunes marquées « no data » ?</translation>
    </message>
    <message>
        <location filename="../engine/placement/allotment.py"/>
        <source>Who goes to which place was settled without looking for the nearest: that took too long.</source>
        <translation>Qui va dans quel lieu a été réglé sans chercher le plus proche : cela prenait trop de temps.</translation>
    </message>
    <message>
        <location filename="../engine/placement/case.py"/>
        <source>Candidates</source>
        <translation>Candidats</translation>
    </message>
    <message>
        <location filename="../engine/placement/case.py"/>
        <source>Every place is within {threshold:g} {threshold:minute|minutes} of the care that counts today: there is nothing to gain.</source>
        <translation>Tous les lieux sont à {threshold:g} {threshold:minute|minutes} au plus des soins qui comptent aujourd’hui : il n’y a rien à gagner.</translation>
    </message>
    <message>
        <location filename="../engine/placement/case.py"/>
        <source>No place has a time by the baseline “{baseline}”: no such site is loaded, or none reaches them.</source>
        <translation>Aucun lieu n’a de temps d’après la référence « {baseline} » : aucun tel site n’est chargé, ou aucun ne les atteint.</translation>
    </message>
    <message>
        <location filename="../engine/placement/case.py"/>
        <source>The times lead to no site of {care}, so that another one cannot be placed: let these sites count.</source>
        <translation>Les temps ne mènent à aucun lieu de la sorte {care} : un autre ne peut être placé. Faites compter ces lieux.</translation>
    </message>
    <message>
        <location filename="../engine/placement/case.py"/>
        <source>{ids:Candidate|Candidates} {ids} {ids:is|are} farther than 2 km from any road, or {ids:stands|stand} on roads that are closed in the season {season} or by the layer of closed roads: {ids:it reaches|they reach} nobody.</source>
        <translation>{ids:Le candidat|Les candidats} {ids} {ids:est|sont} à plus de 2 km de toute route, ou sur des routes fermées dans la saison {season} ou par la couche des routes fermées : {ids:il n’atteint|ils n’atteignent} personne.</translation>
    </message>
    <message>
        <location filename="../engine/placement/case.py"/>
        <source>{ids:Candidate|Candidates} {ids} {ids:is|are} required, but left out by the rules ({why}). Take {ids:it|them} out of REQUIRED, or change the rules.</source>
        <translation>{ids:Le candidat|Les candidats} {ids} {ids:est imposé, mais écarté|sont imposés, mais écartés} par les règles ({why}). {ids:Retirez-le|Retirez-les} de REQUIRED, ou changez les règles.</translation>
    </message>
    <message>
        <location filename="../engine/placement/explain.py"/>
        <source>, at least {gain} {gain:minute|minutes} sooner than the care that counts today</source>
        <translation>, au moins {gain} {gain:minute|minutes} plus tôt que les soins qui comptent aujourd’hui</translation>
    </message>
    <message>
        <location filename="../engine/placement/explain.py"/>
        <source>, {share} of those to be gained</source>
        <translation>, soit {share} de ceux à gagner</translation>
    </message>
    <message>
        <location filename="../engine/placement/explain.py"/>
        <source>It has room for {people} more.</source>
        <translation>Il y reste de la place pour {people} de plus.</translation>
    </message>
    <message>
        <location filename="../engine/placement/explain.py"/>
        <source>It is full then.</source>
        <translation>Il est alors complet.</translation>
    </message>
    <message>
        <location filename="../engine/placement/explain.py"/>
        <source>No GP is recorded there.</source>
        <translation>Sans médecin généraliste recensé.</translation>
    </message>
    <message>
        <location filename="../engine/placement/explain.py"/>
        <source>Partial cover: its doctors are there for {share} of the week.</source>
        <translation>Couverture partielle : ses médecins sont présents {share} de la semaine.</translation>
    </message>
    <message>
        <location filename="../engine/placement/explain.py"/>
        <source>a SMUR or MCS</source>
        <translation>d’un SMUR ou MCS</translation>
    </message>
    <message>
        <location filename="../engine/placement/explain.py"/>
        <source>a doctor</source>
        <translation>un médecin</translation>
    </message>
    <message>
        <location filename="../engine/placement/explain.py"/>
        <source>a first responder</source>
        <translation>un premier intervenant</translation>
    </message>
    <message>
        <location filename="../engine/placement/explain.py"/>
        <source>a place</source>
        <translation>un lieu</translation>
    </message>
    <message>
        <location filename="../engine/placement/explain.py"/>
        <source>a site ({care})</source>
        <translation>d’un lieu ({care})</translation>
    </message>
    <message>
        <location filename="../engine/placement/explain.py"/>
        <source>a technical platform</source>
        <translation>d’un plateau technique</translation>
    </message>
    <message>
        <location filename="../engine/placement/explain.py"/>
        <source>an SU or CSNP</source>
        <translation>d’un SU ou CSNP</translation>
    </message>
    <message>
        <location filename="../engine/placement/explain.py"/>
        <source>an SU, SMUR or MCS</source>
        <translation>d’un SU, SMUR ou MCS</translation>
    </message>
    <message>
        <location filename="../engine/placement/explain.py"/>
        <source>their mean time would fall from {before:.0f} to {after:.0f} {after:minute|minutes}</source>
        <translation>leur temps moyen passerait de {before:.0f} à {after:.0f} {after:minute|minutes}</translation>
    </message>
    <message>
        <location filename="../engine/placement/explain.py"/>
        <source>{names} and {count} {count:other|others}</source>
        <translation>{names} et {count} {count:autre|autres}</translation>
    </message>
    <message>
        <location filename="../engine/placement/explain.py"/>
        <source>{title}: adds nobody to those gained before; it was required.</source>
        <translation>{title} : n’ajoute personne à ceux déjà gagnés ; il était imposé.</translation>
    </message>
    <message>
        <location filename="../engine/placement/explain.py"/>
        <source>{title}: adds to what those before it give.</source>
        <translation>{title} : ajoute à ce que donnent ceux d’avant.</translation>
    </message>
    <message>
        <location filename="../engine/placement/explain.py"/>
        <source>{title}: {people} of {communes} ({names}) would have {one} within {threshold} minutes{sooner} for more of the week.</source>
        <translation>{title} : {people} de {communes} ({names}) auraient {one} à {threshold} minutes au plus{sooner}, pendant une plus grande part de la semaine.</translation>
    </message>
    <message>
        <location filename="../engine/placement/explain.py"/>
        <source>{title}: {people} of {communes} ({names}), today more than {threshold} minutes from {care}, would be within {threshold} minutes{sooner}{share}; {mean}.</source>
        <translation>{title} : {people} de {communes} ({names}), aujourd’hui à plus de {threshold} minutes {care}, seraient à {threshold} minutes au plus{sooner}{share} ; {mean}.</translation>
    </message>
    <message>
        <location filename="../engine/placement/explain.py"/>
        <source>{title}: {people} of {communes} ({names}), today more than {threshold} minutes from {care}, would find a place there within {threshold} minutes{sooner}; {mean}. {left}</source>
        <translation>{title} : {people} de {communes} ({names}), aujourd’hui à plus de {threshold} minutes {care}, y trouveraient une place à {threshold} minutes au plus{sooner} ; {mean}. {left}</translation>
    </message>
    <message>
        <location filename="../engine/placement/explain.py"/>
        <source>{title}: {people} who have {one} within {threshold} minutes would have a second one.</source>
        <translation>{title} : {people} qui ont {one} à {threshold} minutes au plus en auraient un second.</translation>
    </message>
    <message>
        <location filename="../engine/placement/explain.py"/>
        <source>{title}: {people} would be served sooner; {mean}.</source>
        <translation>{title} : {people} à servir plus tôt ; {mean}.</translation>
    </message>
    <message>
        <location filename="../engine/placement/location_models.py"/>
        <source>In {count} {count:place|places} {gained:.0f} of {all:.0f} {all:person|people} find room within {threshold:g} {threshold:minute|minutes} ({share:.1%}); {proof}.</source>
        <translation>Dans {count} {count:lieu|lieux}, {gained:.0f} {all:habitant|habitants} sur {all:.0f} trouvent une place à {threshold:g} {threshold:minute|minutes} au plus ({share:.1%}) ; {proof}.</translation>
    </message>
    <message>
        <location filename="../engine/placement/location_models.py"/>
        <source>{count} {count:place brings|places bring} the longest time of those that can be helped {gained:.1f} {gained:minute|minutes} down; {proof}.</source>
        <translation>{count} {count:lieu abaisse|lieux abaissent} de {gained:.1f} {gained:minute|minutes} le temps le plus long de ceux que l’on peut aider ; {proof}.</translation>
    </message>
    <message>
        <location filename="../engine/placement/location_models.py"/>
        <source>{count} {count:place brings|places bring} the mean time to {mean:.1f} {mean:minute|minutes}; {proof}.</source>
        <translation>{count} {count:lieu amène|lieux amènent} le temps moyen à {mean:.1f} {mean:minute|minutes} ; {proof}.</translation>
    </message>
    <message>
        <location filename="../engine/placement/location_models.py"/>
        <source>{count} {count:place brings|places bring} {gained:.0f} of {all:.0f} {all:person|people} within {threshold:g} {threshold:minute|minutes} ({share:.1%}); {proof}.</source>
        <translation>{count} {count:lieu met|lieux mettent} {gained:.0f} {gained:habitant|habitants} sur {all:.0f} à {threshold:g} {threshold:minute|minutes} au plus ({share:.1%}) ; {proof}.</translation>
    </message>
    <message>
        <location filename="../engine/placement/location_models.py"/>
        <source>{count} {count:place gains|places gain} {gained:.0f} of {all:.0f} {all:person|people} within {threshold:g} {threshold:minute|minutes}, each counted for the part that is covered ({share:.1%}); {proof}.</source>
        <translation>{count} {count:lieu gagne|lieux gagnent} {gained:.0f} {gained:habitant|habitants} sur {all:.0f} à {threshold:g} {threshold:minute|minutes} au plus, chacun compté pour la part couverte ({share:.1%}) ; {proof}.</translation>
    </message>
    <message>
        <location filename="../engine/placement/location_models.py"/>
        <source>{count} {count:place gains|places gain} {gained:.0f} of {all:.0f} {all:person|people}, each counted the more the nearer ({share:.1%}); {proof}.</source>
        <translation>{count} {count:lieu gagne|lieux gagnent} {gained:.0f} {gained:habitant|habitants} sur {all:.0f}, chacun compté d’autant plus qu’il est proche ({share:.1%}) ; {proof}.</translation>
    </message>
    <message>
        <location filename="../engine/placement/mountain.py"/>
        <source>; chosen, number {place}.</source>
        <translation> ; choisie, numéro {place}.</translation>
    </message>
    <message>
        <location filename="../engine/placement/mountain.py"/>
        <source>; not chosen: beside {count:the one that is|those that are}, it would gain {left}.</source>
        <translation> ; non choisie : à côté de {count:celle qui l’est|celles qui le sont}, il en gagnerait {left}.</translation>
    </message>
    <message>
        <location filename="../engine/placement/mountain.py"/>
        <source>It would not count for emergencies (level 1, or no MCS).</source>
        <translation>Il ne compterait pas pour les urgences (niveau 1, ou sans MCS).</translation>
    </message>
    <message>
        <location filename="../engine/placement/mountain.py"/>
        <source>Resorts left out: {near} within {minutes:g} {minutes:minute|minutes} of an SU, {few} with fewer than {people:g} {people:person|people} of the season.</source>
        <translation>Stations écartées : {near} à {minutes:g} {minutes:minute|minutes} au plus d’un SU, {few} de moins de {people:g} {people:personne|personnes} en saison.</translation>
    </message>
    <message>
        <location filename="../engine/placement/mountain.py"/>
        <source>The layer of candidates</source>
        <translation>La couche des candidats</translation>
    </message>
    <message>
        <location filename="../engine/placement/mountain.py"/>
        <source>The levels {levels} of practices are neither 1 nor 2: these do not count for emergencies.</source>
        <translation>Les niveaux {levels} de cabinets ne sont ni 1 ni 2 : ceux-ci ne comptent pas pour les urgences.</translation>
    </message>
    <message>
        <location filename="../engine/placement/mountain.py"/>
        <source>The people of {ids:the resort|the resorts} {ids} are not known: {ids:it has|they have} no field {field}, and no code of a commune of the population. The least number is not asked of {ids:it|them}; give territories with codes, or the field.</source>
        <translation>{ids:La population de la station|La population des stations} {ids} n’est pas connue : {ids:elle n’a|elles n’ont} ni champ {field}, ni code d’une commune de la population. Le nombre minimal ne {ids:lui|leur} est pas demandé ; donnez des territoires avec des codes, ou le champ.</translation>
    </message>
    <message>
        <location filename="../engine/placement/mountain.py"/>
        <source>With its MCS, {who} more would have first care within {threshold} minutes.</source>
        <translation>Avec son MCS, {who} de plus auraient des premiers soins à {threshold} minutes au plus.</translation>
    </message>
    <message>
        <location filename="../engine/placement/mountain.py"/>
        <source>minutes × people</source>
        <translation>minutes × habitants</translation>
    </message>
    <message>
        <location filename="../engine/placement/mountain.py"/>
        <source>unknown</source>
        <translation>inconnue</translation>
    </message>
    <message>
        <location filename="../engine/placement/mountain.py"/>
        <source>{count:person|people}</source>
        <translation>{count:habitant|habitants}</translation>
    </message>
    <message>
        <location filename="../engine/placement/mountain.py"/>
        <source>{count} people</source>
        <translation>{count} personnes</translation>
    </message>
    <message>
        <location filename="../engine/placement/mountain.py"/>
        <source>{count} person</source>
        <translation>{count} personne</translation>
    </message>
    <message>
        <location filename="../engine/placement/mountain.py"/>
        <source>{name}: left out, as was asked.</source>
        <translation>{name} : écartée, comme demandé.</translation>
    </message>
    <message>
        <location filename="../engine/placement/mountain.py"/>
        <source>{name}: no candidate, an emergency department is {time:.1f} {time:minute|minutes} away (more than {least:.0f} {least:is|are} asked for).</source>
        <translation>{name} : pas candidate, un service des urgences est à {time:.1f} {time:minute|minutes} (plus de {least:.0f} {least:est demandée|sont demandées}).</translation>
    </message>
    <message>
        <location filename="../engine/placement/mountain.py"/>
        <source>{name}: no candidate, {people:.0f} {people:person|people} of the season (at least {least:.0f} {least:is|are} asked for).</source>
        <translation>{name} : pas candidate, population saisonnière de {people:.0f} (au moins {least:.0f} est demandé).</translation>
    </message>
    <message>
        <location filename="../engine/placement/mountain.py"/>
        <source>{rank}. {name}: people of the season {people}, {time:.1f} {time:minute|minutes} from a technical platform; by itself a practice would gain {alone:.0f} {unit}</source>
        <translation>{rank}. {name} : population saisonnière {people}, à {time:.1f} {time:minute|minutes} d’un plateau technique ; à lui seul, un cabinet gagnerait {alone:.0f} {unit}</translation>
    </message>
    <message>
        <location filename="../engine/placement/presence.py"/>
        <source>The hours of {ids:candidate|candidates} {ids} cannot be read. Write them as Mo-Fr 08:00-20:00; Sa 08:00-13:00.</source>
        <translation>{ids:Les horaires du candidat|Les horaires des candidats} {ids} ne se lisent pas. Écrivez-les ainsi : Mo-Fr 08:00-20:00; Sa 08:00-13:00.</translation>
    </message>
    <message>
        <location filename="../engine/placement/request.py"/>
        <source>A second doctor (MODEL backup), and doctors who are there for part of the week (PRESENCE), are counted for correspondent doctors, not for another site of {care}. Choose another model, and leave PRESENCE as it is.</source>
        <translation>Un second médecin (MODEL backup), et des médecins présents une partie de la semaine (PRESENCE), se comptent pour des médecins correspondants, non pour un lieu de plus de la sorte {care}. Choisissez un autre modèle, et laissez PRESENCE en l’état.</translation>
    </message>
    <message>
        <location filename="../engine/placement/request.py"/>
        <source>DOCTOR_SHARE must be a part of the week above 0 and up to 1, not {value:g}.</source>
        <translation>DOCTOR_SHARE doit être une part de la semaine, plus de 0 et 1 au plus, et non {value:g}.</translation>
    </message>
    <message>
        <location filename="../engine/placement/request.py"/>
        <source>REACH must be a share of people from 1 to 100 per cent, not {value:g}.</source>
        <translation>REACH doit être une part des habitants de 1 à 100 %, et non {value:g}.</translation>
    </message>
    <message>
        <location filename="../engine/placement/request.py"/>
        <source>Room for so many people (CAPACITY) is known to the models {models} alone, and for doctors who are there always. Choose one of them, or leave CAPACITY empty.</source>
        <translation>Une capacité d’accueil (CAPACITY) n’est connue que de ces modèles : {models}, et pour des médecins toujours présents. Choisissez l’un d’eux, ou laissez CAPACITY vide.</translation>
    </message>
    <message>
        <location filename="../engine/placement/request.py"/>
        <source>The layer of candidates has no {ids}, required or forbidden. Its ids are: {known}.</source>
        <translation>La couche des candidats n’a pas {ids}, imposés ou exclus. Ses identifiants sont : {known}.</translation>
    </message>
    <message>
        <location filename="../engine/placement/request.py"/>
        <source>The layer of candidates: no number of people that they take at most, or one below 0, for {ids} (CAPACITY). Correct the field or the expression.</source>
        <translation>La couche des candidats : pas de nombre d’habitants accueillis au plus, ou un nombre négatif, pour {ids} (CAPACITY). Corrigez le champ ou l’expression.</translation>
    </message>
    <message>
        <location filename="../engine/placement/request.py"/>
        <source>The model {model} knows neither REACH nor PRESENCE part_time. Choose mclp, backup or gradual for these, or leave them out.</source>
        <translation>Le modèle {model} ne connaît ni REACH ni PRESENCE part_time. Choisissez mclp, backup ou gradual pour ceux-ci, ou laissez-les de côté.</translation>
    </message>
    <message>
        <location filename="../engine/placement/request.py"/>
        <source>The rules for MCS (RULES) are for places of correspondent doctors, not for another site of {care}. Leave RULES as it is, or ask for no other sites.</source>
        <translation>Les règles des MCS (RULES) valent pour les médecins correspondants, non pour un lieu de plus de la sorte {care}. Laissez RULES en l’état, ou ne demandez pas d’autres lieux.</translation>
    </message>
    <message>
        <location filename="../engine/placement/request.py"/>
        <source>{ids:Candidate|Candidates} {ids} {ids:is|are} both required and forbidden. Take {ids:it|them} out of one of the two.</source>
        <translation>{ids:Le candidat|Les candidats} {ids} {ids:est à la fois imposé et exclu. Retirez-le|sont à la fois imposés et exclus. Retirez-les} de l’un des deux.</translation>
    </message>
    <message>
        <location filename="../engine/placement/request.py"/>
        <source>{number} {number:place is|places are} asked for, and there {count:is|are} {count} {count:candidate|candidates}. Ask for 1 to {count}.</source>
        <translation>{number} {number:lieu est demandé|lieux sont demandés}, et il y a {count} {count:candidat|candidats}. Demandez-en de 1 à {count}.</translation>
    </message>
    <message>
        <location filename="../engine/placement/request.py"/>
        <source>{required} {required:candidate is|candidates are} required, and only {number} {number:place is|places are} asked for. Ask for {required} at least.</source>
        <translation>{required} {required:candidat est imposé|candidats sont imposés}, et seulement {number} {number:lieu demandé|lieux demandés}. Demandez-en {required} au moins.</translation>
    </message>
    <message>
        <location filename="../engine/placement/robustness.py"/>
        <source>Cancelled: {done} of {all} {all:variant|variants} {done:was|were} tried.</source>
        <translation>Annulé : {done} {done:variante|variantes} sur {all} {done:a été essayée|ont été essayées}.</translation>
    </message>
    <message>
        <location filename="../engine/placement/robustness.py"/>
        <source>Places chosen again under most kinds of change ({count} {count:variant|variants}): {places}.</source>
        <translation>Lieux choisis de nouveau sous la plupart des sortes de changement ({count} {count:variante|variantes}) : {places}.</translation>
    </message>
    <message>
        <location filename="../engine/placement/robustness.py"/>
        <source>all the year</source>
        <translation>toute l’année</translation>
    </message>
    <message>
        <location filename="../engine/placement/robustness.py"/>
        <source>speeds 10% higher</source>
        <translation>vitesses 10 % plus hautes</translation>
    </message>
    <message>
        <location filename="../engine/placement/robustness.py"/>
        <source>speeds 10% lower</source>
        <translation>vitesses 10 % plus basses</translation>
    </message>
    <message>
        <location filename="../engine/placement/robustness.py"/>
        <source>the answer itself</source>
        <translation>la réponse elle-même</translation>
    </message>
    <message>
        <location filename="../engine/placement/robustness.py"/>
        <source>without the MCS {id}</source>
        <translation>sans le MCS {id}</translation>
    </message>
    <message>
        <location filename="../engine/placement/robustness.py"/>
        <source>without the place {name}</source>
        <translation>sans le lieu {name}</translation>
    </message>
    <message>
        <location filename="../engine/placement/robustness.py"/>
        <source>without the site {id}</source>
        <translation>sans le lieu {id}</translation>
    </message>
    <message>
        <location filename="../engine/placement/rules.py"/>
        <source>No sector of PDSA has a commune over {threshold:g} {threshold:minute|minutes} from a SMUR, or the sectors do not match the communes of the population: check their codes. Every candidate is left out.</source>
        <translation>Aucun secteur de PDSA n’a de commune à plus de {threshold:g} {threshold:minute|minutes} d’un SMUR, ou les secteurs ne correspondent pas aux communes de la population : vérifiez leurs codes. Tous les candidats sont écartés.</translation>
    </message>
    <message>
        <location filename="../engine/placement/rules.py"/>
        <source>No sectors of PDSA are given: every candidate that gains somebody is eligible, whatever its sector.</source>
        <translation>Aucun secteur de PDSA n’est donné : tout candidat qui gagne quelqu’un est éligible, quel que soit son secteur.</translation>
    </message>
    <message>
        <location filename="../engine/placement/rules.py"/>
        <source>Sectors of PDSA with a commune over {threshold:g} {threshold:minute|minutes} from a SMUR: {sectors}. {count} {count:candidate lies|candidates lie} in none of them and {count:is|are} left out.</source>
        <translation>Secteurs de PDSA dont une commune est à plus de {threshold:g} {threshold:minute|minutes} d’un SMUR : {sectors}. {count} {count:candidat n’est|candidats ne sont} dans aucun d’eux et {count:est écarté|sont écartés}.</translation>
    </message>
    <message>
        <location filename="../engine/placement/rules.py"/>
        <source>The candidates do not say whether a GP works there (field gps, nb_generalistes or role): none is left out for that.</source>
        <translation>Les candidats ne disent pas si un généraliste y exerce (champ gps, nb_generalistes ou role) : aucun n’est écarté pour cela.</translation>
    </message>
    <message>
        <location filename="../engine/placement/rules.py"/>
        <source>{count} {count:candidate|candidates} without a recorded GP {count:is|are} left out: {ids}.</source>
        <translation>{count} {count:candidat|candidats} sans généraliste recensé {count:est écarté|sont écartés} : {ids}.</translation>
    </message>
    <message>
        <location filename="../engine/placement/scenario.py"/>
        <source>By the definition {definition}: {gained:.0f} {gained:person comes|people come} within {threshold:g} {threshold:minute|minutes}, {lost:.0f} {lost:falls|fall} out of them; {sooner:.0f} {sooner:other is|others are} served sooner, {later:.0f} later.</source>
        <translation>Selon la définition {definition} : {gained:.0f} {gained:habitant entre|habitants entrent} dans les {threshold:g} {threshold:minute|minutes}, {lost:.0f} {lost:en sort|en sortent} ; {sooner:.0f} {sooner:autre est servi|autres sont servis} plus tôt, {later:.0f} plus tard.</translation>
    </message>
    <message>
        <location filename="../engine/placement/scenario.py"/>
        <source>The added places</source>
        <translation>Les lieux ajoutés</translation>
    </message>
    <message>
        <location filename="../engine/placement/scenario.py"/>
        <source>The two scenarios differ by the roles {roles} alone, which the definition “{definition}” does not count: nothing can change. Choose another definition.</source>
        <translation>Les deux scénarios ne diffèrent que par les rôles {roles}, que la définition « {definition} » ne compte pas : rien ne peut changer. Choisissez une autre définition.</translation>
    </message>
    <message>
        <location filename="../engine/placement/scenario.py"/>
        <source>{people:.0f} {people:person has|people have} a time before and none after (care stops at some moment, or there is no way): they are not computed after, not counted as beyond. Look at not_computed_change beside beyond_change.</source>
        <translation>{people:.0f} {people:habitant a|habitants ont} un temps avant et aucun après (les soins s’arrêtent à un moment, ou il n’y a pas de chemin) : {people:il est non calculé après, et non compté|ils sont non calculés après, et non comptés} au-delà. Regardez not_computed_change à côté de beyond_change.</translation>
    </message>
    <message>
        <location filename="../engine/placement/scenario.py"/>
        <source>{scenario}: no site has a role that the definition “{definition}” counts: nobody has a time.</source>
        <translation>{scenario} : aucun site n’a un rôle que la définition « {definition} » compte : personne n’a de temps.</translation>
    </message>
    <message>
        <location filename="../engine/placement/solving/solver.py"/>
        <source>No Python program was found beside QGIS: the solver runs inside it, for {seconds:g} {seconds:second|seconds} at most, and answers no cancel meanwhile.</source>
        <translation>Aucun programme Python n’a été trouvé à côté de QGIS : le solveur tourne à l’intérieur, {seconds:g} {seconds:seconde|secondes} au plus, et ne répond pas à une annulation pendant ce temps.</translation>
    </message>
    <message>
        <location filename="../engine/placement/solving/solver.py"/>
        <source>The solver beside QGIS has stopped or does not answer: the answer is the best that was found, without a proof.</source>
        <translation>Le solveur à côté de QGIS s’est arrêté ou ne répond pas : la réponse est la meilleure trouvée, sans preuve.</translation>
    </message>
    <message>
        <location filename="../engine/placement/suggest.py"/>
        <source>Candidates take from {low:.0f} to {high:.0f} {high:person|people} at most.</source>
        <translation>Les candidats accueillent de {low:.0f} à {high:.0f} {high:habitant|habitants} au plus.</translation>
    </message>
    <message>
        <location filename="../engine/placement/suggest.py"/>
        <source>Each candidate takes {high:.0f} {high:person|people} at most.</source>
        <translation>Chaque candidat accueille {high:.0f} {high:habitant|habitants} au plus.</translation>
    </message>
    <message>
        <location filename="../engine/placement/suggest.py"/>
        <source>Every candidate is left out, by the rules or as was asked: no place can be suggested.</source>
        <translation>Tous les candidats sont écartés, par les règles ou comme demandé : aucun lieu ne peut être proposé.</translation>
    </message>
    <message>
        <location filename="../engine/placement/suggest.py"/>
        <source>For {people:.0f} {people:person|people} no candidate is nearer than the care that counts today, by the least gain ({gain:g} {gain:minute|minutes}).</source>
        <translation>Pour {people:.0f} {people:habitant|habitants}, aucun candidat n’est plus proche que les soins qui comptent aujourd’hui, du gain minimal ({gain:g} {gain:minute|minutes}).</translation>
    </message>
    <message>
        <location filename="../engine/placement/suggest.py"/>
        <source>No candidate serves {people:.0f} {people:person|people} in {count} {count:place|places}: none that may be chosen is near enough: {ids}.</source>
        <translation>Aucun candidat ne sert {people:.0f} {people:habitant|habitants} en {count} {count:lieu|lieux} : aucun candidat admis n’est assez proche : {ids}.</translation>
    </message>
    <message>
        <location filename="../engine/placement/suggest.py"/>
        <source>No candidate serves {people:.0f} {people:person|people} in {count} {count:place|places}: none that may be chosen is within {threshold:g} {threshold:minute|minutes} and at least {gain:g} {gain:minute|minutes} sooner: {ids}.</source>
        <translation>Aucun candidat ne sert {people:.0f} {people:habitant|habitants} en {count} {count:lieu|lieux} : aucun candidat admis n’y est à {threshold:g} {threshold:minute|minutes} au plus et au moins {gain:g} {gain:minute|minutes} plus tôt : {ids}.</translation>
    </message>
    <message>
        <location filename="../engine/placement/suggest.py"/>
        <source>The search was cancelled: this is the best answer so far.</source>
        <translation>La recherche a été annulée : c’est la meilleure réponse jusque-là.</translation>
    </message>
    <message>
        <location filename="../engine/placement/suggest.py"/>
        <source>There is nothing to gain: by what counts today nobody is beyond {threshold:g} {threshold:minute|minutes}, or nobody lives there.</source>
        <translation>Il n’y a rien à gagner : d’après ce qui compte aujourd’hui, personne n’est à plus de {threshold:g} {threshold:minute|minutes}, ou personne n’y habite.</translation>
    </message>
    <message>
        <location filename="../engine/placement/suggest.py"/>
        <source>another choice could bring at most {more:.2%} more</source>
        <translation>un autre choix pourrait apporter au plus {more:.2%} de plus</translation>
    </message>
    <message>
        <location filename="../engine/placement/suggest.py"/>
        <source>another choice could bring something</source>
        <translation>un autre choix pourrait apporter quelque chose</translation>
    </message>
    <message>
        <location filename="../engine/placement/suggest.py"/>
        <source>at least {least} {least:is|are} needed</source>
        <translation>il en faut au moins {least}</translation>
    </message>
    <message>
        <location filename="../engine/placement/suggest.py"/>
        <source>fewer are not enough</source>
        <translation>moins ne suffisent pas</translation>
    </message>
    <message>
        <location filename="../engine/placement/suggest.py"/>
        <source>no other choice brings more</source>
        <translation>aucun autre choix ne fait mieux</translation>
    </message>
    <message>
        <location filename="../engine/placement/suggest.py"/>
        <source>{people:.0f} {people:person|people} near enough to some candidate {people:finds|find} no room in any.</source>
        <translation>{people:.0f} {people:habitant|habitants}, à portée d’un candidat, ne {people:trouve|trouvent} de place dans aucun.</translation>
    </message>
    <message>
        <location filename="../engine/population/grid.py"/>
        <source>{name} is no population grid: it needs an id of cells (idcar_200m, GRD_ID) or x_laea and y_laea, and people (ind, pop, TOT_P). Its fields are: {fields}.</source>
        <translation>{name} n’est pas un carroyage de population : il lui faut un identifiant de carreaux (idcar_200m, GRD_ID) ou x_laea et y_laea, et des habitants (ind, pop, TOT_P). Ses champs sont : {fields}.</translation>
    </message>
    <message>
        <location filename="../engine/population/grid.py"/>
        <source>{name}: the corners of the cells lie on no grid of {sides} m. Give the ids of the cells, or another file.</source>
        <translation>{name} : les coins des carreaux ne sont sur aucune grille de {sides} m. Donnez les identifiants des carreaux, ou un autre fichier.</translation>
    </message>
    <message>
        <location filename="../engine/population/grid.py"/>
        <source>{name}: the corners of {rows:row|rows} {rows} lie outside Europe's grid (EPSG:3035). They are swapped, or in another reference system.</source>
        <translation>{name} : les coins {rows:de la ligne|des lignes} {rows} sont hors de la grille européenne (EPSG:3035). Ils sont inversés, ou dans un autre système de coordonnées.</translation>
    </message>
    <message>
        <location filename="../engine/population/grid.py"/>
        <source>{name}: the field {field} has the same value in several features: {ids}. Make each value unique.</source>
        <translation>{name} : le champ {field} a la même valeur dans plusieurs entités : {ids}. Rendez chaque valeur unique.</translation>
    </message>
    <message>
        <location filename="../engine/population/grid.py"/>
        <source>{name}: the field {field} holds no id of a cell such as CRS3035RES200mN2029800E4252400 in {rows:row|rows} {rows}. Export the grid again.</source>
        <translation>{name} : le champ {field} ne contient pas d’identifiant de carreau comme CRS3035RES200mN2029800E4252400 {rows:à la ligne|aux lignes} {rows}. Exportez de nouveau le carroyage.</translation>
    </message>
    <message>
        <location filename="../engine/population/grid.py"/>
        <source>{name}: the geometry of {count} {count:cell (row|cells (rows} {rows}) is not where {count:its id says|their ids say}; the ids count. The layer's reference system ({crs}) is probably wrong.</source>
        <translation>{name} : la géométrie de {count} {count:carreau (ligne|carreaux (lignes} {rows}) n’est pas là où {count:le dit son identifiant ; c’est lui qui compte|le disent leurs identifiants ; ce sont eux qui comptent}. Le système de coordonnées de la couche ({crs}) est sans doute faux.</translation>
    </message>
    <message>
        <location filename="../engine/population/grid.py"/>
        <source>{name}: {people:.0f} {people:person|people} (field {field}) read in {cells} {cells:cell|cells} of {side:.0f} m, {kept} of which {kept:has|have} people; {secret} {secret:cell is|cells are} under statistical secrecy, {several} {several:lies|lie} in several communes.</source>
        <translation>{name} : {people:.0f} {people:personne|personnes} (champ {field}) {people:lue|lues} dans {cells} {cells:carreau|carreaux} de {side:.0f} m, dont {kept} {kept:habité|habités} ; {secret} {secret:carreau relève|carreaux relèvent} du secret statistique, {several} {several:est|sont} à cheval sur plusieurs communes.</translation>
    </message>
    <message>
        <location filename="../engine/population/places.py"/>
        <source>{name} holds polygons: give a network over whose streets their people can be spread.</source>
        <translation>{name} contient des polygones : donnez un réseau, sur les rues duquel répartir les habitants.</translation>
    </message>
    <message>
        <location filename="../engine/population/places.py"/>
        <source>{name}: no road in {ids:feature|features} {ids}; {ids:its|their} people stay at a point inside.</source>
        <translation>{name} : aucune route {ids:dans l’entité|dans les entités} {ids} ; {ids:ses|leurs} habitants restent en un point intérieur.</translation>
    </message>
    <message>
        <location filename="../engine/population/places.py"/>
        <source>{name}: nobody lives anywhere, the field {field} is 0 in every feature. Choose another layer.</source>
        <translation>{name} : personne n’habite nulle part, le champ {field} vaut 0 pour chaque entité. Choisissez une autre couche.</translation>
    </message>
    <message>
        <location filename="../engine/population/places.py"/>
        <source>{name}: {ids:feature|features} {ids} {ids:is a polygon|are polygons}, and times on roads need points: import them first with “Import a population”, which spreads them over the streets.</source>
        <translation>{name} : {ids:l’entité|les entités} {ids} {ids:est un polygone|sont des polygones}, et les temps par les routes demandent des points : importez-les d’abord avec « Importer une population », qui répartit leurs habitants sur les rues.</translation>
    </message>
    <message>
        <location filename="../engine/population/places.py"/>
        <source>{name}: {people:.0f} {people:person|people} read in {features} {features:feature|features}, {after:.0f} kept in {points} {points:point|points}.</source>
        <translation>{name} : {people:.0f} {people:habitant lu|habitants lus} dans {features} {features:entité|entités}, {after:.0f} {after:gardé|gardés} en {points} {points:point|points}.</translation>
    </message>
    <message>
        <location filename="../engine/population/raster.py"/>
        <source>{name} has no coordinate reference system. Set it (layer properties, “Source”), then start again.</source>
        <translation>{name} n’a pas de système de coordonnées. Définissez-le (propriétés de la couche, « Source ») et recommencez.</translation>
    </message>
    <message>
        <location filename="../engine/population/raster.py"/>
        <source>{name} holds nobody in the area. Check its band, its nodata value and its reference system.</source>
        <translation>{name} ne contient personne dans la zone. Vérifiez sa bande, sa valeur « sans donnée » et son système de coordonnées.</translation>
    </message>
    <message>
        <location filename="../engine/population/raster.py"/>
        <source>{name}: {count} {count:cell holds|cells hold} fewer than nobody (the least is {least:g}). Set the nodata value of the raster.</source>
        <translation>{name} : {count} {count:cellule contient|cellules contiennent} un nombre négatif d’habitants (le plus petit : {least:g}). Réglez la valeur « sans donnée » du raster.</translation>
    </message>
    <message>
        <location filename="../engine/population/raster.py"/>
        <source>{name}: {total:.0f} {total:person|people} in the raster, {kept:.0f} of them in {cells} {cells:cell|cells} kept.</source>
        <translation>{name} : {total:.0f} {total:personne|personnes} dans le raster, dont {kept:.0f} {kept:gardée|gardées} dans {cells} {cells:cellule|cellules}.</translation>
    </message>
    <message>
        <location filename="../engine/population/raster.py"/>
        <source>{path} cannot be read as a raster ({reason}). Export it again.</source>
        <translation>{path} ne se lit pas comme un raster ({reason}). Exportez-le de nouveau.</translation>
    </message>
    <message>
        <location filename="../engine/population/rescale.py"/>
        <source>No place lies in a commune of {name}. Check the reference systems and the codes.</source>
        <translation>Aucun lieu n’est dans une commune de {name}. Vérifiez les systèmes de coordonnées et les codes.</translation>
    </message>
    <message>
        <location filename="../engine/population/rescale.py"/>
        <source>Rescaled to {name}: {before:.0f} {before:person|people} before, {after:.0f} after; factors from {low:.2f} to {high:.2f}; {outside:.0f} {outside:person|people} in {count} {count:place|places} outside its communes kept as {outside:it is|they are}; {bare} {bare:commune|communes} without a place got one at {bare:its|their} chef-lieu.</source>
        <translation>Calé sur {name} : {before:.0f} {before:personne|personnes} avant, {after:.0f} après ; facteurs de {low:.2f} à {high:.2f} ; {outside:.0f} {outside:personne|personnes} en {count} {count:lieu|lieux} hors de ses communes {outside:reste telle quelle|restent telles quelles} ; {bare} {bare:commune sans lieu en a reçu un à son|communes sans lieu en ont reçu un à leur} chef-lieu.</translation>
    </message>
    <message>
        <location filename="../engine/population/rescale.py"/>
        <source>{count} {count:commune|communes} ({people:.0f} {people:person|people}) {count:has|have} neither a place nor a known chef-lieu and {count:is|are} missing: {codes}.</source>
        <translation>{count} {count:commune|communes} ({people:.0f} {people:habitant|habitants}) {count:n’a|n’ont} ni lieu ni chef-lieu connu et {count:manque|manquent} : {codes}.</translation>
    </message>
    <message>
        <location filename="../engine/population/rescale.py"/>
        <source>{name} has no population by commune. Choose a layer with “population” or “pmun”.</source>
        <translation>{name} n’a pas de population par commune. Choisissez une couche avec « population » ou « pmun ».</translation>
    </message>
    <message>
        <location filename="../engine/population/seasonal.py"/>
        <source>No place bears the code of a commune of the tables, in “territory” or “code”.</source>
        <translation>Aucun lieu ne porte le code d’une commune des tables, dans « territory » ou « code ».</translation>
    </message>
    <message>
        <location filename="../engine/population/seasonal.py"/>
        <source>No table says: {kinds}. They count as none, so the seasonal population is too low.</source>
        <translation>Aucune table ne donne : {kinds}. Ils comptent pour zéro, donc la population de saison est trop basse.</translation>
    </message>
    <message>
        <location filename="../engine/population/seasonal.py"/>
        <source>beds in holiday villages</source>
        <translation>lits de village de vacances</translation>
    </message>
    <message>
        <location filename="../engine/population/seasonal.py"/>
        <source>beds in tourist residences</source>
        <translation>lits de résidence de tourisme</translation>
    </message>
    <message>
        <location filename="../engine/population/seasonal.py"/>
        <source>camping pitches</source>
        <translation>emplacements de camping</translation>
    </message>
    <message>
        <location filename="../engine/population/seasonal.py"/>
        <source>furnished lets</source>
        <translation>meublés</translation>
    </message>
    <message>
        <location filename="../engine/population/seasonal.py"/>
        <source>guest rooms</source>
        <translation>chambres d’hôtes</translation>
    </message>
    <message>
        <location filename="../engine/population/seasonal.py"/>
        <source>hotel rooms</source>
        <translation>chambres d’hôtel</translation>
    </message>
    <message>
        <location filename="../engine/population/seasonal.py"/>
        <source>moorings</source>
        <translation>anneaux de plaisance</translation>
    </message>
    <message>
        <location filename="../engine/population/seasonal.py"/>
        <source>second homes</source>
        <translation>résidences secondaires</translation>
    </message>
    <message>
        <location filename="../engine/population/seasonal.py"/>
        <source>{name} has no code of commune, or no lodging: hotel rooms (HTCH), residence beds (RTLIT), pitches (CPGE), second homes (RSECOCC)… Its fields are: {fields}.</source>
        <translation>{name} n’a pas de code de commune, ou pas d’hébergement : chambres d’hôtel (HTCH), lits de résidence (RTLIT), emplacements (CPGE), résidences secondaires (RSECOCC)… Ses champs sont : {fields}.</translation>
    </message>
    <message>
        <location filename="../engine/population/seasonal.py"/>
        <source>{name}: lodgings of {count} {count:commune|communes} ({kinds}).</source>
        <translation>{name} : hébergements de {count} {count:commune|communes} ({kinds}).</translation>
    </message>
    <message>
        <location filename="../engine/population/seasonal.py"/>
        <source>{name}: the field {field} stands in another table too. Keep one of them.</source>
        <translation>{name} : le champ {field} est aussi dans une autre table. N’en gardez qu’un.</translation>
    </message>
    <message>
        <location filename="../engine/population/seasonal.py"/>
        <source>{residents:.0f} {residents:resident|residents}, {seasonal:.0f} seasonal {seasonal:person|people} in {communes} {communes:commune|communes} (article R133-33): {winter:.0f} present in winter, {summer:.0f} in summer; {lost} {lost:commune|communes} of the tables ({lost_people:.0f} seasonal {lost_people:person|people}) {lost:has|have} no place here.</source>
        <translation>{residents:.0f} {residents:résident|résidents}, {seasonal:.0f} {seasonal:personne|personnes} de saison dans {communes} {communes:commune|communes} (article R133-33) : {winter:.0f} {winter:présente|présentes} en hiver, {summer:.0f} en été ; {lost} {lost:commune|communes} des tables ({lost_people:.0f} {lost_people:personne|personnes} de saison) {lost:n’a|n’ont} aucun lieu ici.</translation>
    </message>
    <message>
        <location filename="../engine/population/sources.py"/>
        <source>No place lies in the area. Check the reference systems.</source>
        <translation>Aucun lieu n’est dans la zone. Vérifiez les systèmes de coordonnées.</translation>
    </message>
    <message>
        <location filename="../engine/population/sources.py"/>
        <source>{kept:.0f} {kept:person|people} in {places} {places:place|places} {kept:lies|lie} in the area; {lost:.0f} {lost:person outside was|people outside were} left out.</source>
        <translation>{kept:.0f} {kept:personne|personnes} en {places} {places:lieu|lieux} {kept:est|sont} dans la zone ; {lost:.0f} {lost:personne en dehors a été laissée|personnes en dehors ont été laissées} de côté.</translation>
    </message>
    <message>
        <location filename="../engine/population/sources.py"/>
        <source>{name}: the field {field} is empty in {ids:feature|features} {ids}. Fill it in, with 0 where there is nothing.</source>
        <translation>{name} : le champ {field} est vide {ids:dans l’entité|dans les entités} {ids}. Remplissez-le, par 0 où il n’y a rien.</translation>
    </message>
    <message>
        <location filename="../engine/population/sources.py"/>
        <source>{name}: {count} {count:commune|communes} ({people:.0f} {people:person|people}) {count:has|have} no coordinates: {codes}. Add lon and lat, or give a layer of communes (COMMUNES).</source>
        <translation>{name} : {count} {count:commune|communes} ({people:.0f} {people:habitant|habitants}) {count:n’a|n’ont} pas de coordonnées : {codes}. Ajoutez lon et lat, ou donnez une couche de communes (COMMUNES).</translation>
    </message>
    <message>
        <location filename="../engine/population/sources.py"/>
        <source>{name}: {ids:feature|features} {ids} {ids:has|have} no position: lon or lat is empty, or both are 0. Fill them in, or delete the {ids:row|rows} (of a total, perhaps).</source>
        <translation>{name} : {ids:l’entité|les entités} {ids} {ids:n’a|n’ont} pas de position : lon ou lat est vide, ou tous deux valent 0. Complétez-les, ou supprimez {ids:la ligne|les lignes} (d’un total, peut-être).</translation>
    </message>
    <message>
        <location filename="../engine/population/sources.py"/>
        <source>{name}: {people:.0f} {people:person|people} at {count} {count:commune|communes}.</source>
        <translation>{name} : {people:.0f} {people:habitant|habitants} dans {count} {count:commune|communes}.</translation>
    </message>
    <message>
        <location filename="../engine/population/sources.py"/>
        <source>{name}: {people:.0f} {people:person|people} at {count} {count:commune|communes}; {centre} without a chef-lieu {centre:stands at its|stand at their} middle.</source>
        <translation>{name} : {people:.0f} {people:habitant|habitants} dans {count} {count:commune|communes} ; {centre} sans chef-lieu connu {centre:est placée en son|sont placées en leur} milieu.</translation>
    </message>
    <message>
        <location filename="../engine/progress.py"/>
        <source>Cancelled: nothing was written.</source>
        <translation>Annulé : rien n’a été écrit.</translation>
    </message>
    <message>
        <location filename="../engine/rasters.py"/>
        <source>The archive {path} holds {count} {count:raster|rasters}, and one is needed. Unpack it and choose the raster.</source>
        <translation>L’archive {path} contient {count} {count:raster|rasters}, et il en faut un. Décompressez-la et choisissez le raster.</translation>
    </message>
    <message>
        <location filename="../engine/rasters.py"/>
        <source>The archive {path} is damaged ({reason}). Download it again.</source>
        <translation>L’archive {path} est abîmée ({reason}). Téléchargez-la de nouveau.</translation>
    </message>
    <message>
        <location filename="../engine/rasters.py"/>
        <source>The elevation model {path} is in “{unit}”: only metres and feet are understood. Convert it (Raster calculator).</source>
        <translation>Le modèle d’altitude {path} est en « {unit} » : seuls mètres et pieds sont compris. Convertissez-le (calculatrice raster).</translation>
    </message>
    <message>
        <location filename="../engine/rasters.py"/>
        <source>{path} has {bands} {bands:band|bands}; the first one is taken for the heights.</source>
        <translation>{path} a {bands} {bands:bande|bandes} ; la première est prise pour les altitudes.</translation>
    </message>
    <message>
        <location filename="../engine/rasters.py"/>
        <source>{path} is a picture ({bands} {bands:band|bands} of {kind}), not a raster of heights. Choose the elevation model itself, not its shading.</source>
        <translation>{path} est une image ({bands} {bands:bande|bandes} de {kind}), pas un raster d’altitudes. Choisissez le modèle d’altitude même, pas son ombrage.</translation>
    </message>
    <message>
        <location filename="../engine/rasters.py"/>
        <source>{path} is in feet; its heights are converted.</source>
        <translation>{path} est en pieds ; ses altitudes sont converties.</translation>
    </message>
    <message>
        <location filename="../engine/rasters.py"/>
        <source>{path} would unpack to more than {most} MB. Unpack it by hand and choose a smaller raster.</source>
        <translation>{path} ferait plus de {most} Mo une fois décompressé. Décompressez-le à la main et choisissez un raster plus petit.</translation>
    </message>
    <message>
        <location filename="../engine/reading.py"/>
        <source>{name} has no feature. Check its filter or choose another layer.</source>
        <translation>{name} n’a aucune entité. Vérifiez son filtre ou choisissez une autre couche.</translation>
    </message>
    <message>
        <location filename="../engine/reading.py"/>
        <source>{name} has no geometry. Choose a layer of points or polygons.</source>
        <translation>{name} n’a pas de géométrie. Choisissez une couche de points ou de polygones.</translation>
    </message>
    <message>
        <location filename="../engine/reading.py"/>
        <source>{name} has several columns called {fields}. Keep one of each, or rename them.</source>
        <translation>{name} a plusieurs colonnes nommées {fields}. N’en gardez qu’une de chaque, ou renommez-les.</translation>
    </message>
    <message>
        <location filename="../engine/reading.py"/>
        <source>{name}: no row of the first {count} looks like the header of such a table (its first row is: {cells}). Check the file, or rename its columns.</source>
        <translation>{name} : aucune des {count} premières lignes ne ressemble à l’en-tête d’une telle table (sa première ligne est : {cells}). Vérifiez le fichier, ou renommez ses colonnes.</translation>
    </message>
    <message>
        <location filename="../engine/reading.py"/>
        <source>{path} cannot be read as a vector file ({reason}). Export it again.</source>
        <translation>{path} ne peut être lu comme un fichier vectoriel ({reason}). Exportez-le à nouveau.</translation>
    </message>
    <message>
        <location filename="../engine/reading.py"/>
        <source>{path} holds several layers ({layers}). Load the one that is meant into QGIS and export it into a file of its own.</source>
        <translation>{path} contient plusieurs couches ({layers}). Ouvrez dans QGIS celle qu’il faut et exportez-la dans un fichier à elle.</translation>
    </message>
    <message>
        <location filename="../engine/reading.py"/>
        <source>{path} is cut short: {found} of {expected} {expected:feature|features} could be read. Download or export it again.</source>
        <translation>{path} est tronqué : {found} {found:entité lue|entités lues} sur {expected}. Téléchargez-le ou exportez-le de nouveau.</translation>
    </message>
    <message>
        <location filename="../engine/reading.py"/>
        <source>{path}: the file {fields}, which holds its fields, does not lie beside it. Copy all files of the layer (.shp, .shx, .dbf, .prj) into one folder.</source>
        <translation>{path} : le fichier {fields}, qui contient ses champs, n’est pas à côté. Copiez tous les fichiers de la couche (.shp, .shx, .dbf, .prj) dans un même dossier.</translation>
    </message>
    <message>
        <location filename="../engine/reading.py"/>
        <source>{path}: {rows:row|rows} {rows} {rows:has|have} more cells than the header. Check {rows:its|their} separators and quotes; decimal commas need “;” between columns.</source>
        <translation>{path} : {rows:la ligne|les lignes} {rows} {rows:a|ont} plus de cellules que l’en-tête. Vérifiez {rows:ses séparateurs et ses|leurs séparateurs et leurs} guillemets ; les virgules décimales demandent « ; » entre les colonnes.</translation>
    </message>
    <message>
        <location filename="../engine/region/found_files.py"/>
        <source>APL or zoning, to be given to “Join an APL or a zoning”</source>
        <translation>APL ou zonage, à donner à « Joindre une APL ou un zonage »</translation>
    </message>
    <message>
        <location filename="../engine/region/found_files.py"/>
        <source>Of {count} {count:file|files} in {folder}, none was recognised. Put in roads (.osm.pbf, BD TOPO), sites, populations and contours of communes.</source>
        <translation>Sur {count} {count:fichier|fichiers} dans {folder}, aucun n’a été reconnu. Mettez-y des routes (.osm.pbf, BD TOPO), des lieux de soins, des populations et des contours de communes.</translation>
    </message>
    <message>
        <location filename="../engine/region/found_files.py"/>
        <source>`{file}`: {kind}</source>
        <translation>`{file}` : {kind}</translation>
    </message>
    <message>
        <location filename="../engine/region/found_files.py"/>
        <source>a table of the SAE that does not say who has an emergency department or a SMUR: left out</source>
        <translation>une table de la SAE qui ne dit pas qui a un service d’urgences ou un SMUR : laissée de côté</translation>
    </message>
    <message>
        <location filename="../engine/region/found_files.py"/>
        <source>codes of territories</source>
        <translation>codes de territoires</translation>
    </message>
    <message>
        <location filename="../engine/region/found_files.py"/>
        <source>communes and their populations</source>
        <translation>communes et leurs populations</translation>
    </message>
    <message>
        <location filename="../engine/region/found_files.py"/>
        <source>contours of communes</source>
        <translation>contours de communes</translation>
    </message>
    <message>
        <location filename="../engine/region/found_files.py"/>
        <source>contours that are not communes: made from these</source>
        <translation>contours qui ne sont pas des communes : refaits à partir d’elles</translation>
    </message>
    <message>
        <location filename="../engine/region/found_files.py"/>
        <source>elevation model</source>
        <translation>modèle d’altitude</translation>
    </message>
    <message>
        <location filename="../engine/region/found_files.py"/>
        <source>lines without the fields of BD TOPO or the classes of OpenStreetMap: left out; “Build a road network” can be told their fields</source>
        <translation>des lignes sans les champs de la BD TOPO ni les classes d’OpenStreetMap : laissées de côté ; « Construire le réseau routier » peut en recevoir les champs</translation>
    </message>
    <message>
        <location filename="../engine/region/found_files.py"/>
        <source>not recognised, left out</source>
        <translation>non reconnu, laissé de côté</translation>
    </message>
    <message>
        <location filename="../engine/region/found_files.py"/>
        <source>official times, to be given to “Find areas beyond the threshold”</source>
        <translation>temps officiels, à donner à « Trouver les zones au-delà du seuil »</translation>
    </message>
    <message>
        <location filename="../engine/region/found_files.py"/>
        <source>passage of commune codes</source>
        <translation>passage de codes de communes</translation>
    </message>
    <message>
        <location filename="../engine/region/found_files.py"/>
        <source>population grid</source>
        <translation>carroyage de population</translation>
    </message>
    <message>
        <location filename="../engine/region/found_files.py"/>
        <source>population raster</source>
        <translation>raster de population</translation>
    </message>
    <message>
        <location filename="../engine/region/found_files.py"/>
        <source>positions by FINESS number</source>
        <translation>positions par numéro FINESS</translation>
    </message>
    <message>
        <location filename="../engine/region/found_files.py"/>
        <source>roads</source>
        <translation>routes</translation>
    </message>
    <message>
        <location filename="../engine/region/found_files.py"/>
        <source>sites of care</source>
        <translation>lieux de soins</translation>
    </message>
    <message>
        <location filename="../engine/region/found_files.py"/>
        <source>tourist capacity</source>
        <translation>capacité touristique</translation>
    </message>
    <message>
        <location filename="../engine/region/found_files.py"/>
        <source>{file}: left out, it cannot be read ({reason})</source>
        <translation>{file} : laissé de côté, il ne se lit pas ({reason})</translation>
    </message>
    <message>
        <location filename="../engine/region/ground.py"/>
        <source>No contours of communes were found: no territories are written, and sites cannot be checked against them.</source>
        <translation>Aucun contour de commune trouvé : aucun territoire n’est écrit, et les lieux de soins ne peuvent pas être vérifiés par rapport à eux.</translation>
    </message>
    <message>
        <location filename="../engine/region/ground.py"/>
        <source>No contours of the départements {codes} were found: they are not part of this study.</source>
        <translation>Aucun contour des départements {codes} : ils ne font pas partie de cette étude.</translation>
    </message>
    <message>
        <location filename="../engine/region/ground.py"/>
        <source>The contours hold no commune of the départements {codes}.</source>
        <translation>Les contours ne contiennent aucune commune des départements {codes}.</translation>
    </message>
    <message>
        <location filename="../engine/region/ground.py"/>
        <source>{count} {count:contour of another département was|contours of other départements were} left out.</source>
        <translation>{count} {count:contour d’un autre département a été laissé|contours d’autres départements ont été laissés} de côté.</translation>
    </message>
    <message>
        <location filename="../engine/region/inventory.py"/>
        <source>COMMUNE of ADMIN EXPRESS (IGN, geoservices.ign.fr); or “Fetch communes” gets them.</source>
        <translation>COMMUNE d’ADMIN EXPRESS (IGN, geoservices.ign.fr) ; ou bien « Télécharger des communes » les obtient.</translation>
    </message>
    <message>
        <location filename="../engine/region/inventory.py"/>
        <source>Contours of communes</source>
        <translation>Contours de communes</translation>
    </message>
    <message>
        <location filename="../engine/region/inventory.py"/>
        <source>Roads</source>
        <translation>Routes</translation>
    </message>
    <message>
        <location filename="../engine/region/inventory.py"/>
        <source>a list of your own (id;type;nom;code_insee;lon;lat), the SAE (DREES, data.drees.solidarites-sante.gouv.fr), or FINESS with its authorisations (data.gouv.fr). Correspondent doctors (MCS), mountain practices and CSNP stand in no national file.</source>
        <translation>votre propre liste (id;type;nom;code_insee;lon;lat), la SAE (DREES, data.drees.solidarites-sante.gouv.fr), ou FINESS avec ses autorisations (data.gouv.fr). Les médecins correspondants (MCS), les cabinets de montagne et les CSNP ne sont dans aucun fichier national.</translation>
    </message>
    <message>
        <location filename="../engine/region/inventory.py"/>
        <source>an OpenStreetMap extract (.osm.pbf) of the region and of one hour of driving around (Geofabrik, download.geofabrik.de, Europe ▸ France), or the layer troncon_de_route of BD TOPO (IGN, geoservices.ign.fr). “Fetch roads” gets those of a small area. A table of official times (DREES) stands in for roads.</source>
        <translation>un extrait OpenStreetMap (.osm.pbf) de la région et d’une heure de route autour (Geofabrik, download.geofabrik.de, Europe ▸ France), ou la couche troncon_de_route de la BD TOPO (IGN, geoservices.ign.fr). « Télécharger des routes » les obtient pour un petit périmètre. Une table de temps officiels (DREES) peut remplacer les routes.</translation>
    </message>
    <message>
        <location filename="../engine/region/inventory.py"/>
        <source>the cells of 200 m of Filosofi (INSEE, insee.fr, « données carroyées »), or the legal populations of the communes (INSEE), a column of codes and one of people.</source>
        <translation>les carreaux de 200 m de Filosofi (INSEE, insee.fr, « données carroyées »), ou les populations légales des communes (INSEE), une colonne de codes et une d’habitants.</translation>
    </message>
    <message>
        <location filename="../engine/region/layers.py"/>
        <source>No legal populations were found: the people of cells are not rescaled.</source>
        <translation>Aucune population légale trouvée : les habitants des carreaux ne sont pas calés.</translation>
    </message>
    <message>
        <location filename="../engine/region/layers.py"/>
        <source>No population was found: give a grid, a raster or the legal populations.</source>
        <translation>Aucune population trouvée : donner un carroyage, un raster ou les populations légales.</translation>
    </message>
    <message>
        <location filename="../engine/region/layers.py"/>
        <source>No roads were found: no network is written. Put in an OpenStreetMap extract or BD TOPO's troncon_de_route.</source>
        <translation>Aucune route trouvée : aucun réseau n’est écrit. Ajoutez un extrait OpenStreetMap ou la couche troncon_de_route de la BD TOPO.</translation>
    </message>
    <message>
        <location filename="../engine/region/layers.py"/>
        <source>No site is near a road of the network: the roads lie elsewhere. All sites are kept.</source>
        <translation>Aucun lieu de soins n’est près d’une route du réseau : les routes sont ailleurs. Tous les lieux sont gardés.</translation>
    </message>
    <message>
        <location filename="../engine/region/layers.py"/>
        <source>No sites were found: give FINESS, the SAE or your own list.</source>
        <translation>Aucun lieu de soins trouvé : donner FINESS, la SAE ou votre propre liste.</translation>
    </message>
    <message>
        <location filename="../engine/region/layers.py"/>
        <source>People are counted from {file}; the other populations serve to check and rescale.</source>
        <translation>Les habitants sont comptés d’après {file} ; les autres populations servent à vérifier et à caler.</translation>
    </message>
    <message>
        <location filename="../engine/region/layers.py"/>
        <source>Several elevation models were found; {file} is used, the others are left out. Join tiles first (Raster ▸ Miscellaneous ▸ Build Virtual Raster).</source>
        <translation>Plusieurs modèles d’altitude ont été trouvés ; {file} est utilisé, les autres sont laissés de côté. Assemblez d’abord les dalles (Raster ▸ Divers ▸ Construire un raster virtuel).</translation>
    </message>
    <message>
        <location filename="../engine/region/layers.py"/>
        <source>Several road files were found; {file} is used, the others are left out. Join extracts first if the area needs them all.</source>
        <translation>Plusieurs fichiers de routes trouvés ; {file} est utilisé, les autres sont laissés de côté. Réunissez d’abord les extraits si la zone en a besoin.</translation>
    </message>
    <message>
        <location filename="../engine/region/layers.py"/>
        <source>The roads cover {share:.0%} of the area's extent.</source>
        <translation>Les routes couvrent {share:.0%} de l’étendue de la zone.</translation>
    </message>
    <message>
        <location filename="../engine/region/layers.py"/>
        <source>no road of the network comes within {km:g} km of it</source>
        <translation>aucune route du réseau ne passe à moins de {km:g} km</translation>
    </message>
    <message>
        <location filename="../engine/region/layers.py"/>
        <source>{count} {count:site lies|sites lie} beyond the roads of the network and {count:was|were} left out: {sites}. Give roads that reach {count:it, or people near it|them, or people near them} will seem to live too far away.</source>
        <translation>{count} {count:lieu de soins est|lieux de soins sont} au-delà des routes du réseau et {count:a été laissé|ont été laissés} de côté : {sites}. Donnez des routes qui {count:l’atteignent|les atteignent}, sans quoi les habitants proches paraîtront vivre trop loin.</translation>
    </message>
    <message>
        <location filename="../engine/region/layers.py"/>
        <source>{name}: what lies far from the area is not read.</source>
        <translation>{name} : ce qui se trouve loin de la zone n’est pas lu.</translation>
    </message>
    <message>
        <location filename="../engine/region/prepare.py"/>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <location filename="../engine/region/prepare.py"/>
        <source>Folder read: {folder}</source>
        <translation>Dossier lu : {folder}</translation>
    </message>
    <message>
        <location filename="../engine/region/prepare.py"/>
        <source>Preparation of a study: {names}</source>
        <translation>Préparation d’une étude : {names}</translation>
    </message>
    <message>
        <location filename="../engine/region/prepare.py"/>
        <source>{file} in the folder is of an earlier run: these files make none.</source>
        <translation>{file}, dans le dossier, vient d’un passage précédent : ces fichiers-ci n’en font pas.</translation>
    </message>
    <message>
        <location filename="../engine/row_file.py"/>
        <source>{path} cannot be written: Parquet files need the Python library pyarrow ({reason}). Install it as the others, python -m pip install {library}, or let the name end with .gpkg or .csv.</source>
        <translation>{path} ne peut être écrit : les fichiers Parquet demandent la bibliothèque Python pyarrow ({reason}). Installez-la comme les autres, python -m pip install {library}, ou terminez le nom par .gpkg ou .csv.</translation>
    </message>
    <message>
        <location filename="../engine/seasons.py"/>
        <source>{name}: unknown season in {ids:feature|features} {ids}. Use annee, hiver, ete, or days such as 12-15/04-15 (month-day).</source>
        <translation>{name} : saison inconnue {ids:à l’entité|aux entités} {ids}. Écrivez annee, hiver, ete, ou des jours comme 12-15/04-15 (mois-jour).</translation>
    </message>
    <message>
        <location filename="../engine/sites/authorisations.py"/>
        <source>the authorisation ended on {date}</source>
        <translation>l’autorisation a pris fin le {date}</translation>
    </message>
    <message>
        <location filename="../engine/sites/authorisations.py"/>
        <source>the authorisation is marked as lapsed or withdrawn</source>
        <translation>l’autorisation est marquée caduque ou supprimée</translation>
    </message>
    <message>
        <location filename="../engine/sites/authorisations.py"/>
        <source>the authorisation names no establishment (nofinesset)</source>
        <translation>l’autorisation ne nomme aucun établissement (nofinesset)</translation>
    </message>
    <message>
        <location filename="../engine/sites/authorisations.py"/>
        <source>the authorisation of the former regime ended on {date}; many were extended by law, so the site is kept</source>
        <translation>l’autorisation de l’ancien régime a pris fin le {date} ; beaucoup ont été prolongées par la loi, le lieu est donc gardé</translation>
    </message>
    <message>
        <location filename="../engine/sites/authorisations.py"/>
        <source>{name}: {count} {count:site and role|sites and roles} authorised; {other} of {all} {all:row|rows} {other:concerns|concern} other activities.</source>
        <translation>{name} : {count} {count:lieu et rôle autorisé|lieux et rôles autorisés} ; {other} {other:ligne|lignes} sur {all} {other:concerne|concernent} d’autres activités.</translation>
    </message>
    <message>
        <location filename="../engine/sites/authorisations.py"/>
        <source>{path} is not whole XML ({reason}). Download it again.</source>
        <translation>{path} n’est pas un XML complet ({reason}). Téléchargez-le de nouveau.</translation>
    </message>
    <message>
        <location filename="../engine/sites/authorisations.py"/>
        <source>{path}: of {count} {count:row|rows}, none is an authorisation of emergency medicine (activity 14 or QA014). Choose the extract of the care authorisations.</source>
        <translation>{path} : sur {count} {count:ligne|lignes}, aucune n’est une autorisation de médecine d’urgence (activité 14 ou QA014). Choisissez l’extraction des autorisations d’activités de soins.</translation>
    </message>
    <message>
        <location filename="../engine/sites/authorisations.py"/>
        <source>{path}: row {row:d} has {count} {count:cell|cells}, fewer than an authorisation has. Download it again.</source>
        <translation>{path} : la ligne {row:d} a {count} {count:cellule|cellules}, moins qu’une autorisation. Téléchargez-le de nouveau.</translation>
    </message>
    <message>
        <location filename="../engine/sites/commune_names.py"/>
        <source>no commune with the postal code {postcode} is called “{name}” in the communes given</source>
        <translation>aucune commune au code postal {postcode} ne s’appelle « {name} » dans les communes données</translation>
    </message>
    <message>
        <location filename="../engine/sites/finess.py"/>
        <source>obsolete in t_finess</source>
        <translation>obsolète dans t_finess</translation>
    </message>
    <message>
        <location filename="../engine/sites/finess.py"/>
        <source>{name}: {count} of {all} {all:row|rows} {count:is an emergency department|are emergency departments} in service.</source>
        <translation>{name} : {count} {count:ligne|lignes} sur {all} {count:est un service|sont des services} d’urgences en activité.</translation>
    </message>
    <message>
        <location filename="../engine/sites/finess.py"/>
        <source>{name}: {count} {count:establishment|establishments} read, {placed} with coordinates; {swapped} had x and y swapped and {swapped:was|were} turned round ({swapped_ids}), {wrong} {wrong:lies outside its|lie outside their} reference system ({wrong_ids}).</source>
        <translation>{name} : {count} {count:établissement lu|établissements lus}, dont {placed} avec des coordonnées ; {swapped} {swapped:avait|avaient} x et y inversés et {swapped:a été remis|ont été remis} à l’endroit ({swapped_ids}), {wrong} {wrong:est hors de son|sont hors de leur} système de coordonnées ({wrong_ids}).</translation>
    </message>
    <message>
        <location filename="../engine/sites/finess.py"/>
        <source>{name}: {kept} {kept:site has|sites have} a category that says a role ({roles}); the {other} {other:other needs|others need} the authorisations, the SAE or your list to say one.</source>
        <translation>{name} : {kept} {kept:lieu a|lieux ont} une catégorie qui dit un rôle ({roles}) ; pour {other} {other:autre|autres}, il faut les autorisations, la SAE ou votre liste.</translation>
    </message>
    <message>
        <location filename="../engine/sites/finess.py"/>
        <source>{path}: {rows:row|rows} {rows} {rows:does|do} not have the {count} {count:cell|cells} of a FINESS stock. Download it again, and do not save it from a spreadsheet.</source>
        <translation>{path} : {rows:la ligne|les lignes} {rows} {rows:n’a|n’ont} pas les {count} {count:cellule|cellules} d’un stock FINESS. Téléchargez-le de nouveau, sans l’enregistrer depuis un tableur.</translation>
    </message>
    <message>
        <location filename="../engine/sites/formats.py"/>
        <source>No site has a position. Give a file of positions by FINESS number (POSITIONS), or coordinates.</source>
        <translation>Aucun lieu n’a de position. Donnez un fichier de positions par numéro FINESS (POSITIONS), ou des coordonnées.</translation>
    </message>
    <message>
        <location filename="../engine/sites/formats.py"/>
        <source>the list says that it closed, or is not open yet</source>
        <translation>la liste dit qu’il a fermé, ou n’est pas encore ouvert</translation>
    </message>
    <message>
        <location filename="../engine/sites/formats.py"/>
        <source>{count} {count:site and role|sites and roles} imported ({roles}).</source>
        <translation>{count} {count:lieu et rôle importé|lieux et rôles importés} ({roles}).</translation>
    </message>
    <message>
        <location filename="../engine/sites/formats.py"/>
        <source>{path}: the format {format} is a table (CSV or spreadsheet). Choose another format or file.</source>
        <translation>{path} : le format {format} est une table (CSV ou classeur). Choisissez un autre format ou un autre fichier.</translation>
    </message>
    <message>
        <location filename="../engine/sites/hospitals.py"/>
        <source>{name}: {count} {count:hospital has|hospitals have} emergency=yes; {no} {no:says|say} no, {unsaid} {unsaid:does not say and is|do not say and are} left out.</source>
        <translation>{name} : {count} {count:hôpital a|hôpitaux ont} emergency=yes ; {no} {no:dit|disent} non, {unsaid} {unsaid:ne le dit pas et est laissé|ne le disent pas et sont laissés} de côté.</translation>
    </message>
    <message>
        <location filename="../engine/sites/hospitals.py"/>
        <source>{name}: {count} {count:hospital is drawn as an area|hospitals are drawn as areas} that JOSM has not uploaded yet (negative {count:number|numbers}) and {count:is|are} left out: upload {count:it|them}, or draw {count:a point|points}.</source>
        <translation>{name} : {count} {count:hôpital est dessiné comme une surface|hôpitaux sont dessinés comme des surfaces} que JOSM n’a pas encore {count:envoyée (numéro négatif) et n’est pas repris|envoyées (numéros négatifs) et ne sont pas repris} : {count:envoyez-la, ou dessinez un point|envoyez-les, ou dessinez des points}.</translation>
    </message>
    <message>
        <location filename="../engine/sites/hospitals.py"/>
        <source>{name}: {count} {count:hospital is|hospitals are} drawn twice, as a point within an area or under the same number; {count:it counts|each counts} once.</source>
        <translation>{name} : {count} {count:hôpital est dessiné|hôpitaux sont dessinés} deux fois, comme point dans une surface ou sous le même numéro ; {count:il|chacun} compte une fois.</translation>
    </message>
    <message>
        <location filename="../engine/sites/hospitals.py"/>
        <source>{path}: no hospital has the tag emergency=yes ({unsaid} {unsaid:does|do} not say). Use FINESS, the SAE or your own list.</source>
        <translation>{path} : aucun hôpital n’a l’étiquette emergency=yes ({unsaid} ne le {unsaid:dit|disent} pas). Utilisez FINESS, la SAE ou votre propre liste.</translation>
    </message>
    <message>
        <location filename="../engine/sites/merge.py"/>
        <source>The lists together</source>
        <translation>Les listes réunies</translation>
    </message>
    <message>
        <location filename="../engine/sites/merge.py"/>
        <source>same role and place as {id} of {source}, which is kept</source>
        <translation>même rôle et même endroit que {id} de {source}, qui est gardé</translation>
    </message>
    <message>
        <location filename="../engine/sites/merge.py"/>
        <source>the same site and role in {source}, whose row is kept</source>
        <translation>le même lieu et le même rôle dans {source}, dont la ligne est gardée</translation>
    </message>
    <message>
        <location filename="../engine/sites/merge.py"/>
        <source>{source} says {role}, which is kept</source>
        <translation>{source} dit {role}, qui est gardé</translation>
    </message>
    <message>
        <location filename="../engine/sites/own_roles.py"/>
        <source>Drive time from the nearest site ({care}); no other care is counted</source>
        <translation>Temps de trajet depuis le lieu le plus proche ({care}) ; aucun autre soin n’est compté</translation>
    </message>
    <message>
        <location filename="../engine/sites/own_roles.py"/>
        <source>Drive time to the nearest site ({care}); no other care is counted</source>
        <translation>Temps de trajet vers le lieu le plus proche ({care}) ; aucun autre soin n’est compté</translation>
    </message>
    <message>
        <location filename="../engine/sites/own_roles.py"/>
        <source>Living more than {threshold} minutes from the nearest site ({care})</source>
        <translation>Vivre à plus de {threshold} minutes du lieu le plus proche ({care})</translation>
    </message>
    <message>
        <location filename="../engine/sites/own_roles.py"/>
        <source>No site has the role “{name}”. Roles of your own that are there: {roles}. In the list of sites, write “vers {name}” where people drive to it, “depuis {name}” where its team drives to people.</source>
        <translation>Aucun lieu n’a le rôle « {name} ». Vos propres rôles présents : {roles}. Dans la liste des lieux, écrivez « vers {name} » si l’on s’y rend, « depuis {name} » si son équipe se déplace.</translation>
    </message>
    <message>
        <location filename="../engine/sites/own_roles.py"/>
        <source>Time from the nearest site ({care})</source>
        <translation>Temps d’intervention depuis le lieu le plus proche ({care})</translation>
    </message>
    <message>
        <location filename="../engine/sites/own_roles.py"/>
        <source>Time to the nearest site ({care})</source>
        <translation>Temps d’accès au lieu le plus proche ({care})</translation>
    </message>
    <message>
        <location filename="../engine/sites/own_roles.py"/>
        <source>more than {threshold} minutes from the nearest site ({care})</source>
        <translation>à plus de {threshold} minutes du lieu le plus proche ({care})</translation>
    </message>
    <message>
        <location filename="../engine/sites/own_roles.py"/>
        <source>none</source>
        <translation>aucune</translation>
    </message>
    <message>
        <location filename="../engine/sites/own_roles.py"/>
        <source>{name}: one name has two directions ({roles}). Give each a name of its own.</source>
        <translation>{name} : un seul nom a deux sens de trajet ({roles}). Donnez à chacun un nom à lui.</translation>
    </message>
    <message>
        <location filename="../engine/sites/own_roles.py"/>
        <source>“{name}” is no kind of site of your own, but a role: ask for it by DEFINITION or ROLES.</source>
        <translation>« {name} » n’est pas une sorte de lieu à vous, mais un rôle : demandez-le par DEFINITION ou ROLES.</translation>
    </message>
    <message>
        <location filename="../engine/sites/positions.py"/>
        <source>No site lies in the area or within {km:g} km of it. Check the reference systems, or choose another area.</source>
        <translation>Aucun lieu de soins dans la zone ni à moins de {km:g} km. Vérifiez les systèmes de coordonnées, ou choisissez une autre zone.</translation>
    </message>
    <message>
        <location filename="../engine/sites/positions.py"/>
        <source>it has no coordinates</source>
        <translation>il n’a pas de coordonnées</translation>
    </message>
    <message>
        <location filename="../engine/sites/positions.py"/>
        <source>its position lies {km:.0f} km from the préfecture of its département ({departement}), farther than any of its communes</source>
        <translation>sa position est à {km:.0f} km de la préfecture de son département ({departement}), plus loin qu’aucune de ses communes</translation>
    </message>
    <message>
        <location filename="../engine/sites/positions.py"/>
        <source>its position lies {km:.1f} km from its commune ({code})</source>
        <translation>sa position est à {km:.1f} km de sa commune ({code})</translation>
    </message>
    <message>
        <location filename="../engine/sites/positions.py"/>
        <source>its position lies {km:.1f} km from the chef-lieu of its commune ({code})</source>
        <translation>sa position est à {km:.1f} km du chef-lieu de sa commune ({code})</translation>
    </message>
    <message>
        <location filename="../engine/sites/positions.py"/>
        <source>no commune of today or of former times has the code {code}</source>
        <translation>aucune commune d’aujourd’hui ou d’autrefois n’a le code {code}</translation>
    </message>
    <message>
        <location filename="../engine/sites/positions.py"/>
        <source>{count} {count:site has|sites have} a doubtful position: {sites}. {count:It is kept; check it|They are kept; check them}.</source>
        <translation>{count} {count:lieu a|lieux ont} une position douteuse : {sites}. {count:Il est gardé ; le vérifier|Ils sont gardés ; les vérifier}.</translation>
    </message>
    <message>
        <location filename="../engine/sites/positions.py"/>
        <source>{count} {count:site was|sites were} left out: {sites}. The log says why. Where it is for want of a position, add coordinates to your list, or the commune (code_insee, or commune and code_postal) and a layer of communes.</source>
        <translation>{count} {count:lieu a été laissé|lieux ont été laissés} de côté : {sites}. Le journal dit pourquoi. Si c’est faute de position, ajoutez des coordonnées à votre liste, ou la commune (code_insee, ou commune et code_postal) et une couche de communes.</translation>
    </message>
    <message>
        <location filename="../engine/sites/positions.py"/>
        <source>{count} {count:site|sites} without a credible position {count:stands at the chef-lieu of its|stand at the chef-lieu of their} commune: {sites}.</source>
        <translation>{count} {count:lieu sans position crédible est placé au chef-lieu de sa|lieux sans position crédible sont placés au chef-lieu de leur} commune : {sites}.</translation>
    </message>
    <message>
        <location filename="../engine/sites/positions.py"/>
        <source>{kept} of {all} {all:site and role|sites and roles} with a position {kept:lies|lie} in the area or within {km:g} km of it; the others were left out.</source>
        <translation>{kept} {kept:lieu et rôle|lieux et rôles} sur {all} qui {kept:a|ont} une position {kept:est|sont} dans la zone ou à moins de {km:g} km ; les autres ont été laissés de côté.</translation>
    </message>
    <message>
        <location filename="../engine/sites/positions.py"/>
        <source>{name} has neither points nor columns for them. Add lon and lat (degrees).</source>
        <translation>{name} n’a ni points ni colonnes pour en faire. Ajoutez lon et lat (degrés).</translation>
    </message>
    <message>
        <location filename="../engine/sites/positions.py"/>
        <source>{name} has no column of FINESS numbers (finess, nofinesset, fi or id). Its fields are: {fields}. Choose another file for the positions.</source>
        <translation>{name} n’a pas de colonne de numéros FINESS (finess, nofinesset, fi ou id). Ses champs sont : {fields}. Choisissez un autre fichier pour les positions.</translation>
    </message>
    <message>
        <location filename="../engine/sites/positions.py"/>
        <source>{reason}, and its commune is not known (code_insee, or commune and code_postal)</source>
        <translation>{reason}, et sa commune n’est pas connue (code_insee, ou commune et code_postal)</translation>
    </message>
    <message>
        <location filename="../engine/sites/positions.py"/>
        <source>{reason}, and the chef-lieu of its commune ({code}) is not known</source>
        <translation>{reason}, et le chef-lieu de sa commune ({code}) n’est pas connu</translation>
    </message>
    <message>
        <location filename="../engine/sites/positions.py"/>
        <source>{reason}; placed at the chef-lieu of commune {code}</source>
        <translation>{reason} ; placé au chef-lieu de la commune {code}</translation>
    </message>
    <message>
        <location filename="../engine/sites/raw.py"/>
        <source>Log of the sites: {merged} merged, {moved} moved to {moved:its|their} chef-lieu, {doubtful} doubtful, {to_check} to check, {left_out} left out.</source>
        <translation>Journal des lieux : {merged} {merged:fusionné|fusionnés}, {moved} {moved:déplacé|déplacés} au chef-lieu, {doubtful} douteux, {to_check} à vérifier, {left_out} {left_out:laissé|laissés} de côté.</translation>
    </message>
    <message>
        <location filename="../engine/sites/role_words.py"/>
        <source>{name}: its words were read as the roles {roles}.</source>
        <translation>{name} : ses mots ont été lus comme les rôles {roles}.</translation>
    </message>
    <message>
        <location filename="../engine/sites/role_words.py"/>
        <source>{name}: kinds of site of your own: {roles}.</source>
        <translation>{name} : vos propres sortes de lieux : {roles}.</translation>
    </message>
    <message>
        <location filename="../engine/sites/role_words.py"/>
        <source>{name}: the field {field} is empty in {ids:feature|features} {ids}. Fill it in, or delete what is no site (a total, a note).</source>
        <translation>{name} : le champ {field} est vide {ids:à l’entité|aux entités} {ids}. Remplissez-le, ou supprimez ce qui n’est pas un lieu de soins (un total, une note).</translation>
    </message>
    <message>
        <location filename="../engine/sites/role_words.py"/>
        <source>{name}: unknown role in {ids:feature|features} {ids} ({values}). The roles are: {roles}. Another kind of site is written “vers …” where people drive to it, “depuis …” where its team drives to people (“vers Maternité”).</source>
        <translation>{name} : rôle inconnu {ids:dans l’entité|dans les entités} {ids} ({values}). Les rôles sont : {roles}. Une autre sorte de lieu s’écrit « vers … » si l’on s’y rend, « depuis … » si son équipe se déplace (« vers Maternité »).</translation>
    </message>
    <message>
        <location filename="../engine/sites/role_words.py"/>
        <source>{name}: {count} {count:cell names|cells name} several roles ({values}); {count:its row became|their rows became} one site for each role.</source>
        <translation>{name} : {count} {count:cellule nomme|cellules nomment} plusieurs rôles ({values}) ; {count:sa ligne est devenue|leurs lignes sont devenues} un site pour chaque rôle.</translation>
    </message>
    <message>
        <location filename="../engine/sites/role_words.py"/>
        <source>“{word}”</source>
        <translation>« {word} »</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>antenna of SMUR</source>
        <translation>antenne de SMUR</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>antenna of emergency medicine</source>
        <translation>antenne de médecine d’urgence</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>antenna of emergency medicine (AMU)</source>
        <translation>antenne de médecine d’urgence (AMU)</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>antennas of SMUR</source>
        <translation>antennes de SMUR</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>antennas of emergency medicine (AMU)</source>
        <translation>antennes de médecine d’urgence (AMU)</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>correspondent doctor (MCS)</source>
        <translation>médecin correspondant du SAMU (MCS)</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>correspondent doctor of the SAMU</source>
        <translation>médecin correspondant du SAMU</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>correspondent doctors (MCS)</source>
        <translation>médecins correspondants du SAMU (MCS)</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>emergency department</source>
        <translation>service des urgences</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>emergency department (SU)</source>
        <translation>service d’urgences (SU)</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>emergency department for children</source>
        <translation>service d’urgences pédiatriques</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>emergency departments (SU)</source>
        <translation>services d’urgences (SU)</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>emergency departments for children</source>
        <translation>services d’urgences pédiatriques</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>health centre</source>
        <translation>centre de santé</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>health centre (CDS)</source>
        <translation>centre de santé (CDS)</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>health centres (CDS)</source>
        <translation>centres de santé (CDS)</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>helicopter of a SMUR</source>
        <translation>hélicoptère de SMUR</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>helicopter of the State</source>
        <translation>hélicoptère de l’État</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>helicopters of SMUR</source>
        <translation>hélicoptères de SMUR</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>helicopters of the State</source>
        <translation>hélicoptères de l’État</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>medical dispatch centre (15)</source>
        <translation>SAMU – centre 15</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>medical dispatch centres (15)</source>
        <translation>SAMU – centres 15</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>mobile emergency and intensive-care team</source>
        <translation>service mobile d’urgence et de réanimation</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>mobile team (SMUR)</source>
        <translation>SMUR</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>mobile team for children</source>
        <translation>SMUR pédiatrique</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>mobile teams (SMUR)</source>
        <translation>SMUR</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>mobile teams for children</source>
        <translation>SMUR pédiatriques</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>mountain practice</source>
        <translation>cabinet de montagne</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>mountain practices</source>
        <translation>cabinets de montagne</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>multi-professional health house</source>
        <translation>maison de santé pluriprofessionnelle</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>multi-professional health house (MSP)</source>
        <translation>maison de santé pluriprofessionnelle (MSP)</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>multi-professional health houses (MSP)</source>
        <translation>maisons de santé pluriprofessionnelles (MSP)</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>non-scheduled-care centre</source>
        <translation>centre de soins non programmés</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>non-scheduled-care centre (CSNP)</source>
        <translation>centre de soins non programmés (CSNP)</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>non-scheduled-care centres (CSNP)</source>
        <translation>centres de soins non programmés (CSNP)</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>out-of-hours practice</source>
        <translation>maison médicale de garde</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>out-of-hours practice (MMG)</source>
        <translation>maison médicale de garde (MMG)</translation>
    </message>
    <message>
        <location filename="../engine/sites/roles.py"/>
        <source>out-of-hours practices (MMG)</source>
        <translation>maisons médicales de garde (MMG)</translation>
    </message>
    <message>
        <location filename="../engine/sites/sae.py"/>
        <source>SMUR and antennes (SMURSAMU)</source>
        <translation>SMUR et antennes (SMURSAMU)</translation>
    </message>
    <message>
        <location filename="../engine/sites/sae.py"/>
        <source>emergency departments (URGENCES)</source>
        <translation>services d’urgences (URGENCES)</translation>
    </message>
    <message>
        <location filename="../engine/sites/sae.py"/>
        <source>the SAE knows a seasonal authorisation without saying the season; the site counts all the year</source>
        <translation>la SAE connaît une autorisation saisonnière sans dire la saison ; le lieu compte toute l’année</translation>
    </message>
    <message>
        <location filename="../engine/sites/sae.py"/>
        <source>{name}: {count} {count:site and role|sites and roles} read from {files}.</source>
        <translation>{name} : {count} {count:lieu et rôle lu|lieux et rôles lus} dans {files}.</translation>
    </message>
    <message>
        <location filename="../engine/sites/sae.py"/>
        <source>{path}: neither URGENCES (column AUTSU) nor SMURSAMU (column SMUR) of the same year lies in this folder. Put them beside it.</source>
        <translation>{path} : ni URGENCES (colonne AUTSU) ni SMURSAMU (colonne SMUR) de la même année dans ce dossier. Les y placer.</translation>
    </message>
    <message>
        <location filename="../engine/sites/sae.py"/>
        <source>{path}: the table of the {missing} is not beside it; none of them is read.</source>
        <translation>{path} : la table des {missing} n’est pas à côté ; aucun n’est lu.</translation>
    </message>
    <message>
        <location filename="../engine/sites/table.py"/>
        <source>Or write the code of each one's commune into a column code_insee, or its name and postal code into columns commune and code_postal, and give “Import sites of care” a layer of communes: sites then stand at its chef-lieu.</source>
        <translation>Ou bien écrivez le code de la commune de chacun dans une colonne code_insee, ou son nom et son code postal dans des colonnes commune et code_postal, et donnez à « Importer les lieux de soins » une couche de communes : les sites sont alors placés au chef-lieu.</translation>
    </message>
    <message>
        <location filename="../engine/sites/table.py"/>
        <source>{name} has neither points nor columns for them. Add lon and lat (degrees) or x_l93 and y_l93 (metres).</source>
        <translation>{name} n’a ni points ni colonnes pour en faire. Ajoutez lon et lat (degrés) ou x_l93 et y_l93 (mètres).</translation>
    </message>
    <message>
        <location filename="../engine/sites/table.py"/>
        <source>{name} has no field “type” (or “role”). Its fields are: {fields}. Rename the right one or choose a role for all.</source>
        <translation>{name} n’a pas de champ « type » (ou « role »). Ses champs sont : {fields}. Renommez le bon ou choisissez un rôle pour tous.</translation>
    </message>
    <message>
        <location filename="../engine/sites/table.py"/>
        <source>{name}: impossible opening hours in {ids:feature|features} {ids} ({values}). Write them as 24/7 or Mo-Fr 08:00-20:00; Sa 08:00-13:00, or in French: lundi au vendredi 8h-20h, samedi 8h-13h.</source>
        <translation>{name} : horaires impossibles {ids:à l’entité|aux entités} {ids} ({values}). Écrivez par exemple « lundi au vendredi 8h-20h, samedi 8h-13h », 24/7 ou Mo-Fr 08:00-20:00.</translation>
    </message>
    <message>
        <location filename="../engine/sites/table.py"/>
        <source>{name}: several roles share one delay (delay_min) in {ids:feature|features} {ids}. Write one row for each role: copy the row, and leave one role, and its own delay, in each copy.</source>
        <translation>{name} : plusieurs rôles ont un même délai (delay_min) {ids:dans l’entité|dans les entités} {ids}. Écrivez une ligne par rôle : copiez la ligne, et laissez dans chaque copie un seul rôle et son propre délai.</translation>
    </message>
    <message>
        <location filename="../engine/sites/table.py"/>
        <source>{name}: the field {field} holds no date in {rows:row|rows} {rows}. Write 2026-12-31 or 31/12/2026.</source>
        <translation>{name} : le champ {field} ne contient pas de date {rows:à la ligne|aux lignes} {rows}. Écrivez 2026-12-31 ou 31/12/2026.</translation>
    </message>
    <message>
        <location filename="../engine/sites/table.py"/>
        <source>{name}: the level of a CABINET_MONTAGNE is 1 or 2, or empty; {ids:feature|features} {ids} {ids:says|say} otherwise.</source>
        <translation>{name} : le niveau d’un CABINET_MONTAGNE est 1 ou 2, ou vide ; {ids:l’entité|les entités} {ids} {ids:dit|disent} autre chose.</translation>
    </message>
    <message>
        <location filename="../engine/sites/table.py"/>
        <source>{name}: {count} {count:site|sites} read ({roles}).</source>
        <translation>{name} : {count} {count:lieu de soins lu|lieux de soins lus} ({roles}).</translation>
    </message>
    <message>
        <location filename="../engine/sites/table.py"/>
        <source>{name}: {ids:feature|features} {ids} {ids:has|have} no position: {x} or {y} is empty, or both are 0. Fill them in.</source>
        <translation>{name} : {ids:l’entité|les entités} {ids} {ids:n’a|n’ont} pas de position : {x} ou {y} est vide, ou tous deux valent 0. {ids:Complétez-la|Complétez-les}.</translation>
    </message>
    <message>
        <location filename="../engine/study/compute.py"/>
        <source>None of the territories has a time in {name}: they must be communes.</source>
        <translation>Aucun des territoires n’a de temps dans {name} : il faut des communes.</translation>
    </message>
    <message>
        <location filename="../engine/study/folder.py"/>
        <source>The layer {name} of the study in {path} is damaged ({reason}): its figures can no longer be vouched for. Run the study again.</source>
        <translation>La couche {name} de l’étude dans {path} est abîmée ({reason}) : ses chiffres ne peuvent plus être garantis. Refaites l’étude.</translation>
    </message>
    <message>
        <location filename="../engine/study/folder.py"/>
        <source>The study in {path} was made by another version of Accès 30, or its files were changed. Run it again.</source>
        <translation>L’étude de {path} vient d’une autre version d’Accès 30, ou ses fichiers ont été modifiés. Refaites-la.</translation>
    </message>
    <message>
        <location filename="../engine/study/folder.py"/>
        <source>its values were changed after the study was made</source>
        <translation>ses valeurs ont été changées après l’étude</translation>
    </message>
    <message>
        <location filename="../engine/study/folder.py"/>
        <source>{path} is no folder of a study: it has no {name}. Choose one that “Run a whole study” made.</source>
        <translation>{path} n’est pas le dossier d’une étude : il n’a pas de {name}. Choisissez-en un qu’a fait « Mener une étude complète ».</translation>
    </message>
    <message>
        <location filename="../engine/study/kept.py"/>
        <source>The study in {folder} was to be kept beside it, since its project was changed, and cannot be ({reason}): it stays as it is. Free some space, or choose another folder.</source>
        <translation>L’étude de {folder}, dont le projet a été modifié, devait être gardée à côté, et ne peut pas l’être ({reason}) : elle reste comme elle est. Libérez de la place, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../engine/study/results.py"/>
        <source>{name} (in part)</source>
        <translation>{name} (en partie)</translation>
    </message>
    <message>
        <location filename="../engine/table_rows.py"/>
        <source>a quote is opened in the last row, from line {line:d} on, and never closed</source>
        <translation>un guillemet est ouvert dans la dernière ligne, à partir de la ligne {line:d}, et jamais fermé</translation>
    </message>
    <message>
        <location filename="../engine/table_rows.py"/>
        <source>it holds binary data</source>
        <translation>il contient des données binaires</translation>
    </message>
    <message>
        <location filename="../engine/table_rows.py"/>
        <source>{path} cannot be read as a spreadsheet ({reason}). Save it again as .xlsx or .csv.</source>
        <translation>{path} ne se lit pas comme un classeur ({reason}). Enregistrez-le de nouveau en .xlsx ou en .csv.</translation>
    </message>
    <message>
        <location filename="../engine/table_rows.py"/>
        <source>{path} cannot be read as a table ({reason}). Check its separators and quotes; decimal commas need “;” between columns.</source>
        <translation>{path} ne peut être lu comme un tableau ({reason}). Vérifiez ses séparateurs et ses guillemets ; des virgules décimales demandent « ; » entre les colonnes.</translation>
    </message>
    <message>
        <location filename="../engine/table_rows.py"/>
        <source>{path}: several sheets hold lists with the same headers ({sheets}). Put their rows into one sheet, or save the sheet that counts as a file of its own.</source>
        <translation>{path} : plusieurs feuilles contiennent des listes de mêmes en-têtes ({sheets}). Réunissez leurs lignes dans une seule feuille, ou enregistrez dans un fichier à part la feuille qui compte.</translation>
    </message>
    <message>
        <location filename="../engine/tables.py"/>
        <source>{name} has several columns for {fields}. Keep one of each.</source>
        <translation>{name} a plusieurs colonnes pour {fields}. Gardez-en une de chaque.</translation>
    </message>
    <message>
        <location filename="../engine/tables.py"/>
        <source>{name}: the field {field} holds text where a number is needed ({values}), {ids:feature|features} {ids}. Correct {ids:it|them}.</source>
        <translation>{name} : le champ {field} contient du texte là où il faut un nombre ({values}), {ids:entité|entités} {ids}. Corrigez-{ids:la|les}.</translation>
    </message>
    <message>
        <location filename="../engine/tables.py"/>
        <source>{name}: the field {field} holds {values}: are these thousands or decimals? Write 18995 for the first, 18.9950 for the second, in {ids:feature|features} {ids}.</source>
        <translation>{name} : le champ {field} contient {values} : sont-ce des milliers ou des décimales ? Écrivez 18995 dans le premier cas, 18,9950 dans le second, {ids:dans l’entité|dans les entités} {ids}.</translation>
    </message>
    <message>
        <location filename="../engine/tables.py"/>
        <source>{name}: the field {field} is above {most:g} in {ids:feature|features} {ids}. Correct {ids:it|them}.</source>
        <translation>{name} : le champ {field} dépasse {most:g} {ids:à l’entité|aux entités} {ids}. {ids:Corrigez-la|Corrigez-les}.</translation>
    </message>
    <message>
        <location filename="../engine/tables.py"/>
        <source>{name}: the field {field} is below {least:g} in {ids:feature|features} {ids}. Correct {ids:it|them}.</source>
        <translation>{name} : le champ {field} est inférieur à {least:g} {ids:dans l’entité|dans les entités} {ids}. {ids:Corrigez-la|Corrigez-les}.</translation>
    </message>
    <message>
        <location filename="../engine/tables.py"/>
        <source>{name}: {ids:feature|features} {ids} {ids:has no geometry. Draw it or delete it|have no geometry. Draw it or delete them}.</source>
        <translation>{name} : {ids:l’entité|les entités} {ids} {ids:n’a pas de géométrie. Dessinez-la ou supprimez-la|n’ont pas de géométrie. Dessinez-la ou supprimez-les}.</translation>
    </message>
    <message>
        <location filename="../engine/tables.py"/>
        <source>{name}: {ids:feature|features} {ids} {ids:holds several points|hold several points each}, and between them nothing stands. Split them (“Multipart to singleparts”), or keep one point of each.</source>
        <translation>{name} : {ids:l’entité|les entités} {ids} {ids:a plusieurs points|ont chacune plusieurs points}, et rien ne se trouve entre eux. Séparez-les (« De morceaux multiples à morceaux uniques »), ou gardez un point de chacune.</translation>
    </message>
    <message>
        <location filename="../engine/tables.py"/>
        <source>{name}: {ids:feature|features} {ids} {ids:is not a point. Use its centroid|are not points. Use their centroids} or another layer.</source>
        <translation>{name} : {ids:l’entité|les entités} {ids} {ids:n’est pas un point. Prenez son centroïde|ne sont pas des points. Prenez leurs centroïdes} ou une autre couche.</translation>
    </message>
    <message>
        <location filename="../engine/tables.py"/>
        <source>{name}: {ids:feature|features} {ids} {ids:is not a polygon|are not polygons}. Choose a layer of areas.</source>
        <translation>{name} : {ids:l’entité|les entités} {ids} {ids:n’est pas un polygone|ne sont pas des polygones}. Choisissez une couche de surfaces.</translation>
    </message>
    <message>
        <location filename="../engine/tables.py"/>
        <source>{name}: {ids:feature|features} {ids} {ids:lies|lie} outside the area of {crs}: {ids:its|their} coordinates are swapped, or belong to another reference system. Set the right one.</source>
        <translation>{name} : {ids:l’entité|les entités} {ids} {ids:est|sont} hors du domaine de {crs} : {ids:ses|leurs} coordonnées sont interverties, ou d’un autre système de référence. Définissez le bon.</translation>
    </message>
    <message>
        <location filename="../engine/territory/areas.py"/>
        <source>No commune lies in an area of the level {level}. Check the coordinates of the areas, which may be swapped, and their reference system.</source>
        <translation>Aucune commune ne se trouve dans une surface du niveau {level}. Vérifiez les coordonnées des surfaces, peut-être inversées, et leur système de référence.</translation>
    </message>
    <message>
        <location filename="../engine/territory/areas.py"/>
        <source>{count} {count:commune lies|communes lie} in several areas of the level {level}, which overlap there, and went to the first: {codes}.</source>
        <translation>{count} {count:commune se trouve|communes se trouvent} dans plusieurs surfaces du niveau {level}, qui se chevauchent là, et {count:est allée|sont allées} à la première : {codes}.</translation>
    </message>
    <message>
        <location filename="../engine/territory/areas.py"/>
        <source>{name}: areas lie upon each other, features {pairs}: the people there would count in one of them alone. Keep areas that do not overlap: one level at a time, and each area once.</source>
        <translation>{name} : des surfaces se recouvrent, entités {pairs} : les habitants n’y seraient comptés que dans l’une d’elles. Gardez des surfaces qui ne se recouvrent pas : un seul niveau à la fois, chaque surface une seule fois.</translation>
    </message>
    <message>
        <location filename="../engine/territory/areas.py"/>
        <source>{name}: the field {field} is empty in {ids:feature|features} {ids}. Fill it in, or delete {ids:it|them}.</source>
        <translation>{name} : le champ {field} est vide {ids:dans l’entité|dans les entités} {ids}. Remplissez-le, ou supprimez-{ids:la|les}.</translation>
    </message>
    <message>
        <location filename="../engine/territory/codes.py"/>
        <source>Did you mean {name}?</source>
        <translation>Vouliez-vous dire {name} ?</translation>
    </message>
    <message>
        <location filename="../engine/territory/codes.py"/>
        <source>Give at least one département (43, Haute-Loire…) or a région (R84, Auvergne-Rhône-Alpes).</source>
        <translation>Donnez au moins un département (43, Haute-Loire…) ou une région (R84, Auvergne-Rhône-Alpes).</translation>
    </message>
    <message>
        <location filename="../engine/territory/codes.py"/>
        <source>{name}: the field {field} holds no commune code in {rows:row|rows} {rows} ({values}). A code has five characters, such as 01451 or 2A004. Correct {rows:it|them}.</source>
        <translation>{name} : le champ {field} ne contient pas de code de commune {rows:à la ligne|aux lignes} {rows} ({values}). Un code a cinq caractères, comme 01451 ou 2A004. Corrigez-{rows:le|les}.</translation>
    </message>
    <message>
        <location filename="../engine/territory/codes.py"/>
        <source>{name}: the field {field} lost the zero at the front of {count} {count:code (row|codes (rows} {rows}), as spreadsheets do; it was put back.</source>
        <translation>{name} : le champ {field} avait perdu le zéro de tête de {count} {count:code (ligne|codes (lignes} {rows}), comme le font les tableurs ; il a été remis.</translation>
    </message>
    <message>
        <location filename="../engine/territory/codes.py"/>
        <source>“{text}” is no département nor région. Write codes (43, 2A, 971) or names (Haute-Loire), a région by its name or as R and its code (R84), with commas between.</source>
        <translation>« {text} » n’est ni un département ni une région. Écrivez des codes (43, 2A, 971) ou des noms (Haute-Loire), une région par son nom ou par R et son code (R84), séparés par des virgules.</translation>
    </message>
    <message>
        <location filename="../engine/territory/codes.py"/>
        <source>“{text}”: {code} is {found}, not {name}. Leave the code or the name alone.</source>
        <translation>« {text} » : {code} désigne {found}, et non {name}. Ne gardez que le code ou que le nom.</translation>
    </message>
    <message>
        <location filename="../engine/territory/communes.py"/>
        <source>{name} has no code of commune. Its fields are: {fields}. Rename the right one to “code”.</source>
        <translation>{name} n’a pas de code de commune. Ses champs sont : {fields}. Renommez le bon en « code ».</translation>
    </message>
    <message>
        <location filename="../engine/territory/communes.py"/>
        <source>{name}: the communes {codes} stand in several files. Give each commune once.</source>
        <translation>{name} : les communes {codes} sont dans plusieurs fichiers. Donnez chaque commune une seule fois.</translation>
    </message>
    <message>
        <location filename="../engine/territory/communes.py"/>
        <source>{name}: the field {field} is empty in {rows:row|rows} {rows}. Fill it in or delete {rows:this row|these rows}.</source>
        <translation>{name} : le champ {field} est vide {rows:à la ligne|aux lignes} {rows}. Remplissez-le ou supprimez {rows:cette ligne|ces lignes}.</translation>
    </message>
    <message>
        <location filename="../engine/territory/communes.py"/>
        <source>{name}: {count} municipal {count:arrondissement|arrondissements} ({codes}) {count:was joined to its city|were joined to their city}, or left out where it is there too.</source>
        <translation>{name} : {count} {count:arrondissement municipal|arrondissements municipaux} ({codes}) {count:a été réuni à sa ville, ou laissé de côté|ont été réunis à leur ville, ou laissés de côté} quand elle y est aussi.</translation>
    </message>
    <message>
        <location filename="../engine/territory/indicators.py"/>
        <source>{name} needs a field of codes and one of the APL or of the zoning. Its fields are: {fields}. Say which one holds the values (VARIABLE).</source>
        <translation>{name} a besoin d’un champ de codes et d’un champ d’APL ou de zonage. Ses champs sont : {fields}. Indiquez celui des valeurs (VARIABLE).</translation>
    </message>
    <message>
        <location filename="../engine/territory/indicators.py"/>
        <source>{name}: none of its codes is that of a territory. Check the level: communes, or territoires de vie-santé?</source>
        <translation>{name} : aucun de ses codes n’est celui d’un territoire. Vérifiez le niveau : communes, ou territoires de vie-santé ?</translation>
    </message>
    <message>
        <location filename="../engine/territory/indicators.py"/>
        <source>{name}: the field {field} holds unknown classes in {rows:row|rows} {rows} ({values}). The classes are: {classes}.</source>
        <translation>{name} : le champ {field} contient {rows:une classe inconnue à la ligne|des classes inconnues aux lignes} {rows} ({values}). Les classes sont : {classes}.</translation>
    </message>
    <message>
        <location filename="../engine/territory/indicators.py"/>
        <source>{name}: {count} {count:value|values} read from the field {field}; {empty} {empty:row has|rows have} none.</source>
        <translation>{name} : {count} {count:valeur lue|valeurs lues} dans le champ {field} ; {empty} {empty:ligne n’en a|lignes n’en ont} pas.</translation>
    </message>
    <message>
        <location filename="../engine/territory/indicators.py"/>
        <source>{name}: {found} of {all} {all:territory|territories} {found:has|have} a value; {unused} {unused:code of the table is|codes of the table are} none of them.</source>
        <translation>{name} : {found} {found:territoire|territoires} sur {all} {found:a|ont} une valeur ; {unused} {unused:code de la table n’en est|codes de la table n’en sont} pas.</translation>
    </message>
    <message>
        <location filename="../engine/territory/levels.py"/>
        <source>No commune belongs to a territory of the level {level}. Check the codes of the table.</source>
        <translation>Aucune commune n’est dans un territoire du niveau {level}. Vérifiez les codes de la table.</translation>
    </message>
    <message>
        <location filename="../engine/territory/levels.py"/>
        <source>Nothing says the {level} of the communes: give a table of codes (CODES) with the columns code_commune and {level}.</source>
        <translation>Rien ne dit le niveau {level} des communes : donner une table de codes (CODES) avec les colonnes code_commune et {level}.</translation>
    </message>
    <message>
        <location filename="../engine/territory/levels.py"/>
        <source>The table of codes gives no commune of the population a territory of the level {level}: is it that of another area? Communes such as {codes} are missing.</source>
        <translation>La table de codes ne donne à aucune commune de la population un territoire de niveau {level} : est-ce celle d’une autre zone ? Des communes comme {codes} y manquent.</translation>
    </message>
    <message>
        <location filename="../engine/territory/levels.py"/>
        <source>{count} {count:area holds|areas hold} communes of several territories of the level {level} and went whole to one of them: {codes}.</source>
        <translation>{count} {count:zone contient|zones contiennent} des communes de plusieurs territoires du niveau {level} et {count:est allée entière|sont allées entières} à l’un d’eux : {codes}.</translation>
    </message>
    <message>
        <location filename="../engine/territory/levels.py"/>
        <source>{count} {count:commune belongs|communes belong} to no territory of the level {level} by the table of codes; {count:its|their} people are counted outside: {codes}.</source>
        <translation>{count} {count:commune n’appartient|communes n’appartiennent} à aucun territoire de niveau {level} selon la table de codes ; {count:ses|leurs} habitants sont comptés hors territoire : {codes}.</translation>
    </message>
    <message>
        <location filename="../engine/territory/levels.py"/>
        <source>{count} {count:commune|communes} ({people:.0f} {people:person|people}) {count:belongs|belong} to no territory of the level {level} and {count:was|were} left out: {codes}.</source>
        <translation>{count} {count:commune|communes} ({people:.0f} {people:habitant|habitants}) {count:n’est|ne sont} dans aucun territoire du niveau {level} et {count:a été laissée|ont été laissées} de côté : {codes}.</translation>
    </message>
    <message>
        <location filename="../engine/territory/levels.py"/>
        <source>{name} is no table of codes: it needs a column of communes (code_commune) and one of {levels}. Its fields are: {fields}.</source>
        <translation>{name} n’est pas une table de codes : il faut une colonne de communes (code_commune) et l’une de {levels}. Ses champs sont : {fields}.</translation>
    </message>
    <message>
        <location filename="../engine/territory/levels.py"/>
        <source>{name}: the communes {codes} belong to two territories of the level {level}. Keep one.</source>
        <translation>{name} : les communes {codes} sont dans deux territoires du niveau {level}. N’en gardez qu’un.</translation>
    </message>
    <message>
        <location filename="../engine/territory/levels.py"/>
        <source>{name}: {count} {count:commune lies|communes lie} in several territories of the level {level} and {count:belongs|belong} to none: {codes}.</source>
        <translation>{name} : {count} {count:commune se trouve|communes se trouvent} dans plusieurs territoires du niveau {level} et {count:n’appartient|n’appartiennent} à aucun : {codes}.</translation>
    </message>
    <message>
        <location filename="../engine/territory/levels.py"/>
        <source>{name}: {count} {count:commune|communes} in {territories} {territories:territory|territories} of the level {level}.</source>
        <translation>{name} : {count} {count:commune|communes} dans {territories} {territories:territoire|territoires} du niveau {level}.</translation>
    </message>
    <message>
        <location filename="../engine/territory/passage.py"/>
        <source>Of {count} {count:area|areas} of {drawn}, none matches a commune of {today}. Check {count:its code|their codes}.</source>
        <translation>Sur {count} {count:zone|zones} de {drawn}, aucune ne correspond à une commune de {today}. Vérifiez {count:son code|leurs codes}.</translation>
    </message>
    <message>
        <location filename="../engine/territory/passage.py"/>
        <source>{areas} {areas:area|areas} ({drawn}) and {communes} {communes:commune|communes} ({today:.0f} {today:person|people}) make {units} {units:territory|territories} ({after:.0f} {after:person|people}): {passage} {passage:area|areas} merged or renamed, {geometry} {geometry:commune placed by its|communes placed by their} point.</source>
        <translation>{areas} {areas:zone|zones} ({drawn}) et {communes} {communes:commune|communes} ({today:.0f} {today:habitant|habitants}) font {units} {units:territoire|territoires} ({after:.0f} {after:habitant|habitants}) : {passage} {passage:zone réunie ou renommée|zones réunies ou renommées}, {geometry} {geometry:commune située par son|communes situées par leur} point.</translation>
    </message>
    <message>
        <location filename="../engine/territory/passage.py"/>
        <source>{area} belongs to no commune of today's list</source>
        <translation>{area} n’appartient à aucune commune de la liste d’aujourd’hui</translation>
    </message>
    <message>
        <location filename="../engine/territory/passage.py"/>
        <source>{area} is part of {commune} today</source>
        <translation>{area} fait aujourd’hui partie de {commune}</translation>
    </message>
    <message>
        <location filename="../engine/territory/passage.py"/>
        <source>{commune} has no area of its own; its point lies in {area}, whose communes are counted together</source>
        <translation>{commune} n’a pas de zone à elle ; son point est dans {area}, dont les communes sont comptées ensemble</translation>
    </message>
    <message>
        <location filename="../engine/territory/passage.py"/>
        <source>{commune} has no area: no old code leads to it and its point lies in none</source>
        <translation>{commune} n’a pas de zone : aucun ancien code n’y mène et son point n’est dans aucune</translation>
    </message>
    <message>
        <location filename="../engine/territory/passage.py"/>
        <source>{count} former or delegated {count:commune|communes} ({codes}) {count:stands beside the commune that it is|stand beside the commune that they are} part of today; only that one counts.</source>
        <translation>{count} {count:commune ancienne ou déléguée|communes anciennes ou déléguées} ({codes}) {count:est à côté de la commune dont elle fait|sont à côté de la commune dont elles font} partie aujourd’hui ; elle seule compte.</translation>
    </message>
    <message>
        <location filename="../engine/territory/passage.py"/>
        <source>{count} {count:area belongs|areas belong} to no commune of the list: {codes}. {count:It was|They were} left out.</source>
        <translation>{count} {count:zone n’appartient|zones n’appartiennent} à aucune commune de la liste : {codes}. {count:Elle a été laissée|Elles ont été laissées} de côté.</translation>
    </message>
    <message>
        <location filename="../engine/territory/passage.py"/>
        <source>{count} {count:commune has|communes have} no population: {codes}. {count:It counts|They count} as empty.</source>
        <translation>{count} {count:commune n’a|communes n’ont} pas de population : {codes}. {count:Elle compte comme vide|Elles comptent comme vides}.</translation>
    </message>
    <message>
        <location filename="../engine/territory/passage.py"/>
        <source>{count} {count:commune|communes} ({people:.0f} {people:person|people}) of other départements {count:was|were} left out.</source>
        <translation>{count} {count:commune|communes} ({people:.0f} {people:habitant|habitants}) d’autres départements {count:a été laissée|ont été laissées} de côté.</translation>
    </message>
    <message>
        <location filename="../engine/territory/passage.py"/>
        <source>{count} {count:commune|communes} ({people:.0f} {people:person|people}) {count:has|have} no area: {codes}. Give a passage table or more areas.</source>
        <translation>{count} {count:commune|communes} ({people:.0f} {people:habitant|habitants}) {count:n’a|n’ont} pas de zone : {codes}. Donnez une table de passage ou d’autres zones.</translation>
    </message>
    <message>
        <location filename="../engine/territory/passage.py"/>
        <source>{name} has no columns “old” and “new” of commune codes. Its fields are: {fields}. Rename the right ones.</source>
        <translation>{name} n’a pas de colonnes « old » et « new » de codes de communes. Ses champs sont : {fields}. Renommez les bonnes.</translation>
    </message>
    <message>
        <location filename="../engine/territory/relief.py"/>
        <source>The elevation model {path} holds heights of {share:.0%} of the study area: the rest has no relief.</source>
        <translation>Le modèle d’altitudes {path} contient les altitudes de {share:.0%} de la zone d’étude : le reste n’a pas de relief.</translation>
    </message>
    <message>
        <location filename="../engine/territory/relief.py"/>
        <source>The elevation model {path} holds no heights of the study area. Choose another one.</source>
        <translation>Le modèle d’altitudes {path} ne contient aucune altitude de la zone d’étude. Choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../engine/territory/relief.py"/>
        <source>{path} cannot be read as a raster of heights ({reason}). Choose another file.</source>
        <translation>{path} ne peut pas être lu comme un raster d’altitudes ({reason}). Choisissez un autre fichier.</translation>
    </message>
    <message>
        <location filename="../engine/territory/relief.py"/>
        <source>{path} has no reference system, so that its relief cannot be drawn. Give it one.</source>
        <translation>{path} n’a pas de système de coordonnées, de sorte que son relief ne peut pas être dessiné. Donnez-lui-en un.</translation>
    </message>
    <message>
        <location filename="../engine/territory/water_drawn.py"/>
        <source>{name} holds no lakes (areas) or rivers (lines) with a reference system: choose another layer.</source>
        <translation>{name} ne contient ni lacs (surfaces) ni rivières (lignes) avec un système de coordonnées : choisissez une autre couche.</translation>
    </message>
    <message>
        <location filename="../engine/text.py"/>
        <source>{list} … ({count} in all)</source>
        <translation>{list} … ({count} en tout)</translation>
    </message>
    <message>
        <location filename="../engine/views.py"/>
        <source>{path}: the view {view} did not give all its rows within {seconds:g} s. Save it as a layer of its own, into another file, and choose that one.</source>
        <translation>{path} : la vue {view} n’a pas donné toutes ses lignes en {seconds:g} s. Enregistrez-la comme couche à part, dans un autre fichier, et choisissez celui-ci.</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>CPTS</source>
        <translation>CPTS</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>Drive time from the nearest mobile team (SMUR or its antenna); emergency departments (SU) are not counted</source>
        <translation>Temps de trajet depuis le SMUR (ou l’antenne) le plus proche ; les services d’urgences (SU) ne sont pas comptés</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>Drive time to the nearest emergency department (SU) or from the nearest mobile team (SMUR or its antenna)</source>
        <translation>Temps de trajet vers le service d’urgences (SU) le plus proche ou depuis le SMUR (ou l’antenne) le plus proche</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>Drive time to the nearest emergency department (SU) or from the nearest mobile team (SMUR or its antenna), or from the nearest correspondent doctor (MCS), who never replaces the SMUR</source>
        <translation>Temps de trajet vers le service d’urgences (SU) le plus proche ou depuis le SMUR (ou l’antenne) le plus proche, ou depuis le médecin correspondant (MCS) le plus proche, qui ne remplace jamais le SMUR</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>Drive time to the nearest emergency department (SU); mobile teams (SMUR) are not counted</source>
        <translation>Temps de trajet vers le service d’urgences (SU) le plus proche ; les SMUR ne sont pas comptés</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>GHT</source>
        <translation>GHT</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>Living more than {threshold} minutes from a mobile team (SMUR)</source>
        <translation>Vivre à plus de {threshold} minutes d’un SMUR</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>Living more than {threshold} minutes from an emergency department (SU)</source>
        <translation>Vivre à plus de {threshold} minutes d’un service d’urgences (SU)</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>Living more than {threshold} minutes from emergency care (SU or SMUR)</source>
        <translation>Vivre à plus de {threshold} minutes des soins urgents (SU ou SMUR)</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>Living more than {threshold} minutes from first care (SU, SMUR or MCS)</source>
        <translation>Vivre à plus de {threshold} minutes d’un premier contact médical (SU, SMUR ou MCS)</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>Official drive time of each commune from the nearest mobile team (SMUR): {name}</source>
        <translation>Temps de trajet officiel de chaque commune depuis le SMUR le plus proche : {name}</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>Official drive time of each commune to first care (SU, SMUR or MCS): {name}</source>
        <translation>Temps de trajet officiel de chaque commune au premier contact médical (SU, SMUR ou MCS) : {name}</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>Official drive time of each commune to the nearest emergency department (SU) or mobile team (SMUR): {name}</source>
        <translation>Temps de trajet officiel de chaque commune au service d’urgences (SU) ou au SMUR le plus proche : {name}</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>Official drive time of each commune to the nearest emergency department (SU): {name}</source>
        <translation>Temps de trajet officiel de chaque commune au service d’urgences (SU) le plus proche : {name}</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>SMUR alone</source>
        <translation>SMUR seul</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>SU alone</source>
        <translation>SU seul</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>SU or non-scheduled-care centre (CSNP)</source>
        <translation>SU ou centre de soins non programmés (CSNP)</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>SU, SMUR or correspondent doctor (MCS)</source>
        <translation>SU, SMUR ou médecin correspondant (MCS)</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>Time from the nearest mobile team (SMUR)</source>
        <translation>Temps d’accès du SMUR le plus proche</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>Time to emergency care (SU or SMUR)</source>
        <translation>Temps d’accès aux soins urgents (SU ou SMUR)</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>Time to first care (SU, SMUR or MCS)</source>
        <translation>Temps jusqu’au premier contact médical (SU, SMUR ou MCS)</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>Time to the nearest emergency department (SU)</source>
        <translation>Temps d’accès au service d’urgences (SU) le plus proche</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>ambulance sector</source>
        <translation>secteur ambulancier</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>ambulance sectors</source>
        <translation>secteurs ambulanciers</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>at every moment of the day (Monday to Friday 8–20, Saturday 8–12)</source>
        <translation>à tout moment de la journée (lundi à vendredi 8 h–20 h, samedi 8 h–12 h)</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>at every moment of the evening (20–24)</source>
        <translation>à tout moment de la soirée (20 h–24 h)</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>at every moment of the night (0–8)</source>
        <translation>à tout moment de la nuit (0 h–8 h)</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>at every moment of the week</source>
        <translation>à tout moment de la semaine</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>at every moment of the weekend (Saturday 12–20, Sunday 8–20)</source>
        <translation>à tout moment du week-end (samedi 12 h–20 h, dimanche 8 h–20 h)</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>canton</source>
        <translation>canton</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>cantons</source>
        <translation>cantons</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>commune</source>
        <translation>commune</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>communes</source>
        <translation>communes</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>day (Mon–Fri 8–20, Sat 8–12)</source>
        <translation>jour (lundi–vendredi 8 h–20 h, samedi 8 h–12 h)</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>département</source>
        <translation>département</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>départements</source>
        <translation>départements</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>evening (20–24)</source>
        <translation>soirée (20 h–24 h)</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>in summer</source>
        <translation>en été</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>in winter</source>
        <translation>en hiver</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>more than {threshold} minutes from a mobile team (SMUR)</source>
        <translation>à plus de {threshold} minutes d’un SMUR</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>more than {threshold} minutes from an emergency department (SU)</source>
        <translation>à plus de {threshold} minutes d’un service d’urgences (SU)</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>more than {threshold} minutes from emergency care (SU or SMUR)</source>
        <translation>à plus de {threshold} minutes des soins urgents (SU ou SMUR)</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>more than {threshold} minutes from first care (SU, SMUR or MCS)</source>
        <translation>à plus de {threshold} minutes d’un premier contact médical (SU, SMUR ou MCS)</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>night (0–8)</source>
        <translation>nuit (0 h–8 h)</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>région</source>
        <translation>région</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>régions</source>
        <translation>régions</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>sector of PDSA</source>
        <translation>secteur de PDSA</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>sectors of PDSA</source>
        <translation>secteurs de PDSA</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>summer</source>
        <translation>été</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>technical platform: SU or mountain practice</source>
        <translation>plateau technique : SU ou cabinet de montagne</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>territoire de vie-santé</source>
        <translation>territoire de vie-santé</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>territoires de vie-santé</source>
        <translation>territoires de vie-santé</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>weekend (Sat 12–20, Sun 8–20)</source>
        <translation>week-end (samedi 12 h–20 h, dimanche 8 h–20 h)</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>whatever the opening hours</source>
        <translation>quels que soient les horaires</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>whole year (no seasonal closure)</source>
        <translation>toute l’année (sans fermeture saisonnière)</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>winter</source>
        <translation>hiver</translation>
    </message>
    <message>
        <location filename="../engine/vocabulary.py"/>
        <source>worst moment of the week</source>
        <translation>pire moment de la semaine</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>A4, upright</source>
        <translation>A4, en hauteur</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>Eurostat's grid</source>
        <translation>carroyage d’Eurostat</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>FINESS stock</source>
        <translation>stock FINESS</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>INSEE's grid</source>
        <translation>carroyage de l’INSEE</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>OpenStreetMap extract</source>
        <translation>Extrait OpenStreetMap</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>SAE (DREES)</source>
        <translation>SAE (DREES)</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>SU or mountain practice</source>
        <translation>SU ou cabinet de montagne</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>all sites together</source>
        <translation>tous les lieux ensemble</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>all that the study gives</source>
        <translation>toutes celles que donne l’étude</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>as the source says</source>
        <translation>selon la source</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>atlas, a page for each département</source>
        <translation>atlas, une page par département</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>authorisations of care (FINESS)</source>
        <translation>autorisations d’activités de soins (FINESS)</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>band, a third of an A4 page</source>
        <translation>bandeau, un tiers de page A4</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>before and after</source>
        <translation>avant et après</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>correspondent doctor’s car</source>
        <translation>voiture du médecin correspondant</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>day and night</source>
        <translation>jour et nuit</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>each site by itself (areas overlap)</source>
        <translation>chaque lieu pour lui-même (surfaces superposées)</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>each site where it is the nearest</source>
        <translation>chaque lieu là où il est le plus proche</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>evolution, by bars</source>
        <translation>évolution, en barres</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>fewest places that reach everybody (LSCP)</source>
        <translation>le moins de lieux qui atteignent tout le monde (LSCP)</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>for part of the week</source>
        <translation>une partie de la semaine</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>from chef-lieu to chef-lieu (DREES)</source>
        <translation>de chef-lieu à chef-lieu (DREES)</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>from place to place</source>
        <translation>de lieu à lieu</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>half of an A4 page</source>
        <translation>demi-page A4</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>key figure</source>
        <translation>chiffre clé</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>list of an ARS, or any table</source>
        <translation>liste d’une ARS, ou toute table</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>map</source>
        <translation>carte</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>most people with a second doctor (BACOP2)</source>
        <translation>le plus d’habitants avec un second médecin (BACOP2)</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>most people within the threshold (MCLP)</source>
        <translation>le plus d’habitants sous le seuil (MCLP)</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>most people, the nearer the more (gradual cover)</source>
        <translation>le plus d’habitants, d’autant plus qu’ils sont proches (couverture graduelle)</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>none: every candidate may be chosen</source>
        <translation>aucune : tout candidat peut être retenu</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>official zoning</source>
        <translation>zonage officiel</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>ordinary car</source>
        <translation>voiture ordinaire</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>panorama of key figures</source>
        <translation>panorama de chiffres clés</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>peak hours</source>
        <translation>heures de pointe</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>people beyond, by circles</source>
        <translation>habitants au-delà, en cercles</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>people by drive time</source>
        <translation>habitants selon le temps de trajet</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>people gained by number of places</source>
        <translation>habitants gagnés selon le nombre de lieux</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>points</source>
        <translation>points</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>polygons</source>
        <translation>polygones</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>ranking of the territories</source>
        <translation>classement des territoires</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>raster of people</source>
        <translation>raster d’habitants</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>recognised by what the file holds</source>
        <translation>reconnu d’après le contenu</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>shortest longest time (p-centre)</source>
        <translation>plus long temps le plus court (p-centre)</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>shortest mean time (p-median)</source>
        <translation>temps moyen le plus court (p-médiane)</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>sites by département</source>
        <translation>lieux de soins par département</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>slide (16:9)</source>
        <translation>diapositive (16:9)</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>slide of two columns</source>
        <translation>diapositive à deux colonnes</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>square</source>
        <translation>carré</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>summary on one page</source>
        <translation>synthèse en une page</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>t_finess</source>
        <translation>t_finess</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>the map alone</source>
        <translation>la carte seule</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>the nearest SMUR alone (rule for MCS)</source>
        <translation>le SMUR le plus proche seul (règle des MCS)</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>the nearest SU or CSNP</source>
        <translation>le SU ou le CSNP le plus proche</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>those of correspondent doctors (MCS)</source>
        <translation>celles des médecins correspondants (MCS)</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>two pages on a département</source>
        <translation>double page sur un département</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>with lights and siren</source>
        <translation>avec gyrophare et sirène</translation>
    </message>
    <message>
        <location filename="../engine/words.py"/>
        <source>zoom on a territory</source>
        <translation>zoom sur un territoire</translation>
    </message>
    <message>
        <location filename="../gui/bench/areas.py"/>
        <source>Accès 30: drawing areas</source>
        <translation>Accès 30 : tracé des surfaces</translation>
    </message>
    <message>
        <location filename="../gui/bench/comparison.py"/>
        <source>Accès 30: range by speeds</source>
        <translation>Accès 30 : fourchette selon les vitesses</translation>
    </message>
    <message>
        <location filename="../gui/bench/comparison.py"/>
        <source>Cancelled.</source>
        <translation>Annulé.</translation>
    </message>
    <message>
        <location filename="../gui/bench/comparison.py"/>
        <source>Copy as a table</source>
        <translation>Copier le tableau</translation>
    </message>
    <message>
        <location filename="../gui/bench/comparison.py"/>
        <source>Difference on the map</source>
        <translation>Différence sur la carte</translation>
    </message>
    <message>
        <location filename="../gui/bench/comparison.py"/>
        <source>Range by speeds</source>
        <translation>Fourchette selon les vitesses</translation>
    </message>
    <message>
        <location filename="../gui/bench/comparison.py"/>
        <source>Scenarios side by side</source>
        <translation>Scénarios côte à côte</translation>
    </message>
    <message>
        <location filename="../gui/bench/comparison.py"/>
        <source>Something else is running in the panel: wait for its end.</source>
        <translation>Le panneau fait déjà autre chose : attendez sa fin.</translation>
    </message>
    <message>
        <location filename="../gui/bench/comparison.py"/>
        <source>The difference is being computed: the panel shows how far it is.</source>
        <translation>La différence se calcule : le panneau montre où elle en est.</translation>
    </message>
    <message>
        <location filename="../gui/bench/comparison.py"/>
        <source>The range by speeds is being computed…</source>
        <translation>Calcul de la fourchette selon les vitesses…</translation>
    </message>
    <message>
        <location filename="../gui/bench/comparison.py"/>
        <source>The same with the shortest and the longest times that the speed profiles state.</source>
        <translation>Les mêmes chiffres avec les temps les plus courts et les plus longs qu’annoncent les profils de vitesse.</translation>
    </message>
    <message>
        <location filename="../gui/bench/comparison.py"/>
        <source>Whose time changes, as a layer, and the figures by territory.</source>
        <translation>Les habitants dont le temps change, en couche, et les chiffres par territoire.</translation>
    </message>
    <message>
        <location filename="../gui/bench/comparison.py"/>
        <source>Working figures, not checked for statistical secrecy: not for publication.</source>
        <translation>Chiffres de travail, non contrôlés au titre du secret statistique : à ne pas publier.</translation>
    </message>
    <message>
        <location filename="../gui/bench/comparison.py"/>
        <source>to</source>
        <translation>à</translation>
    </message>
    <message>
        <location filename="../gui/bench/controls.py"/>
        <source>Care that counts</source>
        <translation>Soins qui comptent</translation>
    </message>
    <message>
        <location filename="../gui/bench/controls.py"/>
        <source>Copy of this scenario</source>
        <translation>Copie de ce scénario</translation>
    </message>
    <message>
        <location filename="../gui/bench/controls.py"/>
        <source>Delete this scenario</source>
        <translation>Supprimer ce scénario</translation>
    </message>
    <message>
        <location filename="../gui/bench/controls.py"/>
        <source>Name of the scenario</source>
        <translation>Nom du scénario</translation>
    </message>
    <message>
        <location filename="../gui/bench/controls.py"/>
        <source>New scenario</source>
        <translation>Nouveau scénario</translation>
    </message>
    <message>
        <location filename="../gui/bench/controls.py"/>
        <source>New, copy, compare, rename, delete</source>
        <translation>Nouveau, copier, comparer, renommer, supprimer</translation>
    </message>
    <message>
        <location filename="../gui/bench/controls.py"/>
        <source>Places that the study suggests</source>
        <translation>Lieux proposés par l’étude</translation>
    </message>
    <message>
        <location filename="../gui/bench/controls.py"/>
        <source>Redo</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <location filename="../gui/bench/controls.py"/>
        <source>Rename a scenario</source>
        <translation>Renommer un scénario</translation>
    </message>
    <message>
        <location filename="../gui/bench/controls.py"/>
        <source>Rename…</source>
        <translation>Renommer…</translation>
    </message>
    <message>
        <location filename="../gui/bench/controls.py"/>
        <source>Show the map</source>
        <translation>Montrer la carte</translation>
    </message>
    <message>
        <location filename="../gui/bench/controls.py"/>
        <source>Side by side…</source>
        <translation>Côte à côte…</translation>
    </message>
    <message>
        <location filename="../gui/bench/controls.py"/>
        <source>Study</source>
        <translation>Étude</translation>
    </message>
    <message>
        <location filename="../gui/bench/controls.py"/>
        <source>Suggested</source>
        <translation>Lieux proposés</translation>
    </message>
    <message>
        <location filename="../gui/bench/controls.py"/>
        <source>Take away</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <location filename="../gui/bench/controls.py"/>
        <source>Try on the map</source>
        <translation>Essayer sur la carte</translation>
    </message>
    <message>
        <location filename="../gui/bench/controls.py"/>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../gui/bench/exports.py"/>
        <source>Add as a layer</source>
        <translation>Ajouter en couche</translation>
    </message>
    <message>
        <location filename="../gui/bench/exports.py"/>
        <source>All sites of the scenario, as a table.</source>
        <translation>Tous les lieux du scénario, en tableau.</translation>
    </message>
    <message>
        <location filename="../gui/bench/exports.py"/>
        <source>No site is tried in this scenario yet: there is nothing to add.</source>
        <translation>Aucun lieu n’est encore à l’essai dans ce scénario : il n’y a rien à ajouter.</translation>
    </message>
    <message>
        <location filename="../gui/bench/exports.py"/>
        <source>Run the study</source>
        <translation>Mener l’étude</translation>
    </message>
    <message>
        <location filename="../gui/bench/exports.py"/>
        <source>Save as a list…</source>
        <translation>Enregistrer en liste…</translation>
    </message>
    <message>
        <location filename="../gui/bench/exports.py"/>
        <source>Save the sites of the scenario</source>
        <translation>Enregistrer les lieux du scénario</translation>
    </message>
    <message>
        <location filename="../gui/bench/exports.py"/>
        <source>The sites of the scenario are in {path}.</source>
        <translation>Les lieux du scénario sont dans {path}.</translation>
    </message>
    <message>
        <location filename="../gui/bench/exports.py"/>
        <source>The sites that are tried, in the project.</source>
        <translation>Les lieux à l’essai, dans le projet.</translation>
    </message>
    <message>
        <location filename="../gui/bench/exports.py"/>
        <source>The study of this scenario: figures to publish.</source>
        <translation>L’étude de ce scénario : des figures à publier.</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>9 people of 10 (min)</source>
        <translation>9 habitants sur 10 (min)</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>Before → after.</source>
        <translation>Avant → après.</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>Communes beyond</source>
        <translation>Communes au-delà</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>Communes in which nobody is beyond any more, and those in which somebody is now.</source>
        <translation>Communes où plus personne n’est au-delà, et celles où quelqu’un l’est désormais.</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>Communes in which somebody lives beyond the threshold, before → after.</source>
        <translation>Communes où quelqu’un vit au-delà du seuil, avant → après.</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>Communes lost</source>
        <translation>Communes perdues</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>Communes won</source>
        <translation>Communes gagnées</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>Communes won, lost</source>
        <translation>Communes gagnées, perdues</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>In {count} {count:commune|communes} nobody would be beyond any more; in yours: {yours}.</source>
        <translation>Plus personne n’y serait au-delà dans {count} {count:commune|communes} ; dans le vôtre : {yours}.</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>Mean time, by speeds (min)</source>
        <translation>Temps moyen, selon les vitesses (min)</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>Nine people of ten have at most this time, before → after.</source>
        <translation>Neuf habitants sur dix ont au plus ce temps, avant → après.</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>No road, or no way to a site that is open: not computed, and not counted as beyond.</source>
        <translation>Pas de route, ou pas de chemin vers un lieu ouvert : non calculé, et non compté comme au-delà.</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>Of all people with a time, before → after.</source>
        <translation>De tous les habitants qui ont un temps, avant → après.</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>People beyond</source>
        <translation>Habitants au-delà</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>People beyond, by speeds</source>
        <translation>Habitants au-delà, selon les vitesses</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>People gained, by speeds</source>
        <translation>Habitants gagnés, selon les vitesses</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>People lost</source>
        <translation>Habitants perdus</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>People lost, by speeds</source>
        <translation>Habitants perdus, selon les vitesses</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>People without a time</source>
        <translation>Habitants sans temps</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>The best choice of {number} {number:place|places} among the study's candidates gains {gained:.0f} {gained:person|people} ({proof}): </source>
        <translation>Le meilleur choix de {number} {number:lieu|lieux} parmi les candidats de l’étude gagne {gained:.0f} {gained:habitant|habitants} ({proof}) : </translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>They come within the threshold.</source>
        <translation>Ils passent sous le seuil.</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>They fall out of the threshold, or have no time any more.</source>
        <translation>Ils passent au-delà du seuil, ou n’ont plus de temps.</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>Threshold: {limit} min</source>
        <translation>Seuil : {limit} min</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>Whole study</source>
        <translation>Toute l’étude</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>as many as yours.</source>
        <translation>autant que le vôtre.</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>at most {bound:.0f}</source>
        <translation>au plus {bound:.0f}</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>proven</source>
        <translation>prouvé</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>{more:.0f} fewer than yours.</source>
        <translation>{more:.0f} de moins que le vôtre.</translation>
    </message>
    <message>
        <location filename="../gui/bench/figures.py"/>
        <source>{more:.0f} more than yours.</source>
        <translation>{more:.0f} de plus que le vôtre.</translation>
    </message>
    <message>
        <location filename="../gui/bench/map_tool.py"/>
        <source>Switch {site} off</source>
        <translation>Fermer {site}</translation>
    </message>
    <message>
        <location filename="../gui/bench/map_tool.py"/>
        <source>Switch {site} on again</source>
        <translation>Rouvrir {site}</translation>
    </message>
    <message>
        <location filename="../gui/bench/map_tool.py"/>
        <source>Take this site away</source>
        <translation>Retirer ce lieu</translation>
    </message>
    <message>
        <location filename="../gui/bench/page.py"/>
        <source>Accès 30: opening a study</source>
        <translation>Accès 30 : ouverture d’une étude</translation>
    </message>
    <message>
        <location filename="../gui/bench/page.py"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../gui/bench/page.py"/>
        <source>Choose a study that was made on a road network; then try places on its map.</source>
        <translation>Choisir une étude menée sur un réseau routier, puis essayer des lieux sur sa carte.</translation>
    </message>
    <message>
        <location filename="../gui/bench/page.py"/>
        <source>The study is being opened…</source>
        <translation>Ouverture de l’étude…</translation>
    </message>
    <message>
        <location filename="../gui/bench/page.py"/>
        <source>The study itself counts {other}, which is not tried here.</source>
        <translation>L’étude elle-même compte {other}, qui ne s’essaie pas ici.</translation>
    </message>
    <message>
        <location filename="../gui/bench/page.py"/>
        <source>This study was run again: open it anew to go on.</source>
        <translation>Cette étude a été menée de nouveau : la rouvrir pour continuer.</translation>
    </message>
    <message>
        <location filename="../gui/bench/page.py"/>
        <source>{care}; threshold {threshold:g} min; {season}; {slot}. Click on the map to try a site, drag it, press the right button on a site to switch it off.</source>
        <translation>{care} ; seuil de {threshold:g} min ; {season} ; {slot}. « Essayer sur la carte », puis : un clic place un lieu, on le déplace en le tirant, le bouton droit sur un lieu le ferme ou le retire.</translation>
    </message>
    <message>
        <location filename="../gui/bench/publishing.py"/>
        <source>Nothing is tried or switched off in this scenario yet: it is the study itself.</source>
        <translation>Rien n’est encore à l’essai ni fermé dans ce scénario : c’est l’étude elle-même.</translation>
    </message>
    <message>
        <location filename="../gui/bench/publishing.py"/>
        <source>after</source>
        <translation>après</translation>
    </message>
    <message>
        <location filename="../gui/bench/publishing.py"/>
        <source>before</source>
        <translation>avant</translation>
    </message>
    <message>
        <location filename="../gui/bench/publishing.py"/>
        <source>figures</source>
        <translation>chiffres</translation>
    </message>
    <message>
        <location filename="../gui/bench/publishing.py"/>
        <source>scenario</source>
        <translation>scénario</translation>
    </message>
    <message>
        <location filename="../gui/bench/publishing.py"/>
        <source>“{care}” is no emergency care: no study counts it, and no figure of a press kit. Save the list, or show the difference on the map (“Side by side…”).</source>
        <translation>« {care} » : ce ne sont pas des soins urgents, aucune étude ne les compte, aucune figure d’un dossier de presse non plus. Enregistrez la liste, ou montrez la différence sur la carte (« Côte à côte… »).</translation>
    </message>
    <message>
        <location filename="../gui/bench/scenario_run.py"/>
        <source>Publish this study or the one that it was made from, not both: the difference of their figures may tell of fewer than 11 households.</source>
        <translation>Publiez cette étude ou celle dont elle est tirée, pas les deux : la différence de leurs chiffres peut dévoiler moins de 11 ménages.</translation>
    </message>
    <message>
        <location filename="../gui/bench/scenario_run.py"/>
        <source>The study is in {folder}.</source>
        <translation>L’étude est dans {folder}.</translation>
    </message>
    <message>
        <location filename="../gui/bench/scenario_run.py"/>
        <source>{count} of its {all} {all:place|places} {count:is|are} on the figures: the others bring nobody within the threshold whom these do not.</source>
        <translation>{count} de ses {all} {all:lieu|lieux} {count:figure|figurent} sur les figures : les autres ne ramènent personne d’autre dans le seuil.</translation>
    </message>
    <message>
        <location filename="../gui/bench/session.py"/>
        <source>Another QGIS has changed “{name}”: it is shown as it is now.</source>
        <translation>Un autre QGIS a modifié « {name} » : le voici tel qu’il est maintenant.</translation>
    </message>
    <message>
        <location filename="../gui/bench/session.py"/>
        <source>Another QGIS has changed “{old}” meanwhile: yours is kept as “{new}”.</source>
        <translation>Un autre QGIS a modifié « {old} » entre-temps : le vôtre est gardé sous le nom « {new} ».</translation>
    </message>
    <message>
        <location filename="../gui/bench/session.py"/>
        <source>Change a site</source>
        <translation>Modifier un lieu</translation>
    </message>
    <message>
        <location filename="../gui/bench/session.py"/>
        <source>Changed elsewhere</source>
        <translation>Modifié ailleurs</translation>
    </message>
    <message>
        <location filename="../gui/bench/session.py"/>
        <source>Move a site</source>
        <translation>Déplacer un lieu</translation>
    </message>
    <message>
        <location filename="../gui/bench/session.py"/>
        <source>Scenario 1</source>
        <translation>Scénario 1</translation>
    </message>
    <message>
        <location filename="../gui/bench/session.py"/>
        <source>Switch a site off or on</source>
        <translation>Fermer ou rouvrir un lieu</translation>
    </message>
    <message>
        <location filename="../gui/bench/session.py"/>
        <source>Take a site away</source>
        <translation>Retirer un lieu</translation>
    </message>
    <message>
        <location filename="../gui/bench/session.py"/>
        <source>There is a scenario “{name}” already: choose another name.</source>
        <translation>Un scénario « {name} » existe déjà : choisir un autre nom.</translation>
    </message>
    <message>
        <location filename="../gui/bench/session.py"/>
        <source>Try a site</source>
        <translation>Essayer un lieu</translation>
    </message>
    <message>
        <location filename="../gui/bench/sites_table.py"/>
        <source>Delay (min)</source>
        <translation>Délai (min)</translation>
    </message>
    <message>
        <location filename="../gui/bench/sites_table.py"/>
        <source>Off: {site}</source>
        <translation>Fermé : {site}</translation>
    </message>
    <message>
        <location filename="../gui/bench/sites_table.py"/>
        <source>Site</source>
        <translation>Lieu</translation>
    </message>
    <message>
        <location filename="../gui/drawing.py"/>
        <source>All is in {folder}.</source>
        <translation>Tout est dans {folder}.</translation>
    </message>
    <message>
        <location filename="../gui/drawing.py"/>
        <source>Choose a study first.</source>
        <translation>Choisissez d’abord une étude.</translation>
    </message>
    <message>
        <location filename="../gui/drawing.py"/>
        <source>Draw</source>
        <translation>Dessiner</translation>
    </message>
    <message>
        <location filename="../gui/drawing.py"/>
        <source>Draw figures, map for the public</source>
        <translation>Dessiner des figures, carte grand public</translation>
    </message>
    <message>
        <location filename="../gui/drawing.py"/>
        <source>Empty: the figure's own.</source>
        <translation>Vide : celui de la figure.</translation>
    </message>
    <message>
        <location filename="../gui/drawing.py"/>
        <source>Figure</source>
        <translation>Figure</translation>
    </message>
    <message>
        <location filename="../gui/drawing.py"/>
        <source>Map for the public</source>
        <translation>Carte grand public</translation>
    </message>
    <message>
        <location filename="../gui/drawing.py"/>
        <source>More settings…</source>
        <translation>Plus…</translation>
    </message>
    <message>
        <location filename="../gui/drawing.py"/>
        <source>Page</source>
        <translation>Page</translation>
    </message>
    <message>
        <location filename="../gui/drawing.py"/>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <location filename="../gui/drawing.py"/>
        <source>public map</source>
        <translation>carte grand public</translation>
    </message>
    <message>
        <location filename="../gui/example.py"/>
        <source>Accès 30</source>
        <translation>Accès 30</translation>
    </message>
    <message>
        <location filename="../gui/example.py"/>
        <source>Accès 30 example</source>
        <translation>Exemple Accès 30</translation>
    </message>
    <message>
        <location filename="../gui/example.py"/>
        <source>Accès 30: preparing the example</source>
        <translation>Accès 30 : préparation de l’exemple</translation>
    </message>
    <message>
        <location filename="../gui/example.py"/>
        <source>Start from the example: choose a folder for its files</source>
        <translation>Commencer par l’exemple : choisir un dossier pour ses fichiers</translation>
    </message>
    <message>
        <location filename="../gui/example.py"/>
        <source>The example is being prepared in {folder}: some seconds.</source>
        <translation>L’exemple se prépare dans {folder} : quelques secondes.</translation>
    </message>
    <message>
        <location filename="../gui/example.py"/>
        <source>study</source>
        <translation>étude</translation>
    </message>
    <message>
        <location filename="../gui/figure_export.py"/>
        <source>The figure {path} is no longer there: draw it anew.</source>
        <translation>La figure {path} n’est plus là : dessinez-la de nouveau.</translation>
    </message>
    <message>
        <location filename="../gui/figure_export.py"/>
        <source>drawn figures</source>
        <translation>figures dessinées</translation>
    </message>
    <message>
        <location filename="../gui/gallery.py"/>
        <source>Accès 30: exporting a figure</source>
        <translation>Accès 30 : export d’une figure</translation>
    </message>
    <message>
        <location filename="../gui/gallery.py"/>
        <source>Another figure is being exported: wait for its end.</source>
        <translation>Une autre figure est en cours d’export : attendez sa fin.</translation>
    </message>
    <message>
        <location filename="../gui/gallery.py"/>
        <source>Choose a study to see its figures.</source>
        <translation>Choisir une étude pour voir ses figures.</translation>
    </message>
    <message>
        <location filename="../gui/gallery.py"/>
        <source>Export the figure: choose a folder</source>
        <translation>Exporter la figure : choisir un dossier</translation>
    </message>
    <message>
        <location filename="../gui/gallery.py"/>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
    <message>
        <location filename="../gui/gallery.py"/>
        <source>In {folder}: {names}.</source>
        <translation>Dans {folder} : {names}.</translation>
    </message>
    <message>
        <location filename="../gui/gallery.py"/>
        <source>Open the file</source>
        <translation>Ouvrir le fichier</translation>
    </message>
    <message>
        <location filename="../gui/gallery.py"/>
        <source>Open the layout</source>
        <translation>Ouvrir la mise en page</translation>
    </message>
    <message>
        <location filename="../gui/gallery.py"/>
        <source>Select a figure first.</source>
        <translation>Sélectionnez d’abord une figure.</translation>
    </message>
    <message>
        <location filename="../gui/gallery.py"/>
        <source>The project of the figure is opened: its layout is in it.</source>
        <translation>Le projet de la figure s’ouvre : sa mise en page s’y trouve.</translation>
    </message>
    <message>
        <location filename="../gui/gallery.py"/>
        <source>This study has no figures yet: draw some.</source>
        <translation>Cette étude n’a pas encore de figures : en dessiner.</translation>
    </message>
    <message>
        <location filename="../gui/gallery.py"/>
        <source>{count} {count:figure|figures} in {folder}.</source>
        <translation>{count} {count:figure|figures} dans {folder}.</translation>
    </message>
    <message>
        <location filename="../gui/gallery.py"/>
        <source>{folder} is no folder of a study: it has no {name}. Choose the folder that “Run a whole study” was given.</source>
        <translation>{folder} n’est pas le dossier d’une étude : il n’a pas de {name}. Choisissez le dossier donné à « Mener une étude complète ».</translation>
    </message>
    <message>
        <location filename="../gui/gallery.py"/>
        <source>{name} is being exported…</source>
        <translation>Export de {name}…</translation>
    </message>
    <message>
        <location filename="../gui/menu.py"/>
        <source>Figures of a study…</source>
        <translation>Figures d’une étude…</translation>
    </message>
    <message>
        <location filename="../gui/menu.py"/>
        <source>Open a study…</source>
        <translation>Ouvrir une étude…</translation>
    </message>
    <message>
        <location filename="../gui/menu.py"/>
        <source>Speed profiles of your own…</source>
        <translation>Vos propres profils de vitesses…</translation>
    </message>
    <message>
        <location filename="../gui/menu.py"/>
        <source>Start from the example…</source>
        <translation>Commencer par l’exemple…</translation>
    </message>
    <message>
        <location filename="../gui/menu.py"/>
        <source>Try a place…</source>
        <translation>Essayer un lieu…</translation>
    </message>
    <message>
        <location filename="../gui/menu.py"/>
        <source>What is in your files, what is missing…</source>
        <translation>Vos fichiers et ce qui manque…</translation>
    </message>
    <message>
        <location filename="../gui/panel.py"/>
        <source>Prepare</source>
        <translation>Préparer</translation>
    </message>
    <message>
        <location filename="../gui/panel.py"/>
        <source>Publish</source>
        <translation>Publier</translation>
    </message>
    <message>
        <location filename="../gui/panel.py"/>
        <source>Try</source>
        <translation>Essayer</translation>
    </message>
    <message>
        <location filename="../gui/prepare.py"/>
        <source>43, Haute-Loire or R84</source>
        <translation>43, Haute-Loire ou R84</translation>
    </message>
    <message>
        <location filename="../gui/prepare.py"/>
        <source>Accès 30: looking at files</source>
        <translation>Accès 30 : lecture des fichiers</translation>
    </message>
    <message>
        <location filename="../gui/prepare.py"/>
        <source>All is there that a study needs.</source>
        <translation>Tout ce qu’il faut pour une étude est là.</translation>
    </message>
    <message>
        <location filename="../gui/prepare.py"/>
        <source>Choose the folder of files first.</source>
        <translation>Choisissez d’abord le dossier de fichiers.</translation>
    </message>
    <message>
        <location filename="../gui/prepare.py"/>
        <source>Folder of files</source>
        <translation>Dossier de fichiers</translation>
    </message>
    <message>
        <location filename="../gui/prepare.py"/>
        <source>Found</source>
        <translation>Trouvé</translation>
    </message>
    <message>
        <location filename="../gui/prepare.py"/>
        <source>Missing</source>
        <translation>Manque</translation>
    </message>
    <message>
        <location filename="../gui/prepare.py"/>
        <source>Prepared folder</source>
        <translation>Dossier préparé</translation>
    </message>
    <message>
        <location filename="../gui/prepare.py"/>
        <source>Put all files into one folder, as they came, and choose it: nothing is changed in it.</source>
        <translation>Mettez tous les fichiers dans un dossier, tels quels, et choisissez-le : rien n’y est changé.</translation>
    </message>
    <message>
        <location filename="../gui/prepare.py"/>
        <source>The files are being looked at…</source>
        <translation>Lecture des fichiers…</translation>
    </message>
    <message>
        <location filename="../gui/prepare.py"/>
        <source>{folder} - prepared</source>
        <translation>{folder} - préparé</translation>
    </message>
    <message>
        <location filename="../gui/prepare.py"/>
        <source>{folder} is ready, with its report. Go on at the page “Study”.</source>
        <translation>{folder} est prêt, avec son compte rendu. La suite se passe à la page « Étude ».</translation>
    </message>
    <message>
        <location filename="../gui/question.py"/>
        <source>Choose the table of official times.</source>
        <translation>Choisissez la table des temps officiels.</translation>
    </message>
    <message>
        <location filename="../gui/question.py"/>
        <source>DREES, SU or SMUR 2019</source>
        <translation>DREES, SU ou SMUR 2019</translation>
    </message>
    <message>
        <location filename="../gui/question.py"/>
        <source>Farther than</source>
        <translation>À plus de</translation>
    </message>
    <message>
        <location filename="../gui/question.py"/>
        <source>Folder of the study</source>
        <translation>Dossier de l’étude</translation>
    </message>
    <message>
        <location filename="../gui/question.py"/>
        <source>Its source</source>
        <translation>Sa source</translation>
    </message>
    <message>
        <location filename="../gui/question.py"/>
        <source>Official times</source>
        <translation>Temps officiels</translation>
    </message>
    <message>
        <location filename="../gui/question.py"/>
        <source>Part of the week</source>
        <translation>Plage de la semaine</translation>
    </message>
    <message>
        <location filename="../gui/question.py"/>
        <source>Places to suggest</source>
        <translation>Lieux à proposer</translation>
    </message>
    <message>
        <location filename="../gui/question.py"/>
        <source>Table of times</source>
        <translation>Table des temps</translation>
    </message>
    <message>
        <location filename="../gui/question.py"/>
        <source>The folder {folder} has no {names}: prepare it on the page “Prepare”, or press “More settings…”.</source>
        <translation>Le dossier {folder} n’a pas de {names} : préparez-le à la page « Préparer », ou cliquez sur « Plus… ».</translation>
    </message>
    <message>
        <location filename="../gui/question.py"/>
        <source>Travel times</source>
        <translation>Temps de trajet</translation>
    </message>
    <message>
        <location filename="../gui/question.py"/>
        <source>Who lives too far from emergency care?</source>
        <translation>Qui habite trop loin des soins urgents ?</translation>
    </message>
    <message>
        <location filename="../gui/question.py"/>
        <source>official times, from a table</source>
        <translation>officiels, d’une table</translation>
    </message>
    <message>
        <location filename="../gui/question.py"/>
        <source>on the roads of the folder</source>
        <translation>par les routes du dossier</translation>
    </message>
    <message>
        <location filename="../gui/running.py"/>
        <source>Cancelling…</source>
        <translation>Annulation…</translation>
    </message>
    <message>
        <location filename="../gui/running.py"/>
        <source>Done.</source>
        <translation>C’est fait.</translation>
    </message>
    <message>
        <location filename="../gui/running.py"/>
        <source>It has failed: the log says more.</source>
        <translation>Cela a échoué : le journal en dit plus.</translation>
    </message>
    <message>
        <location filename="../gui/running.py"/>
        <source>Log</source>
        <translation>Journal</translation>
    </message>
    <message>
        <location filename="../gui/running.py"/>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <location filename="../gui/running.py"/>
        <source>{count} more {count:warning|warnings} in the log.</source>
        <translation>{count} {count:autre avertissement|autres avertissements} dans le journal.</translation>
    </message>
    <message>
        <location filename="../gui/signature_box.py"/>
        <source>ARS …</source>
        <translation>ARS …</translation>
    </message>
    <message>
        <location filename="../gui/signature_box.py"/>
        <source>Author</source>
        <translation>Auteur</translation>
    </message>
    <message>
        <location filename="../gui/signature_box.py"/>
        <source>Author and logos</source>
        <translation>Auteur et logos</translation>
    </message>
    <message>
        <location filename="../gui/signature_box.py"/>
        <source>Logo at the left</source>
        <translation>Logo à gauche</translation>
    </message>
    <message>
        <location filename="../gui/signature_box.py"/>
        <source>Logo at the right</source>
        <translation>Logo à droite</translation>
    </message>
    <message>
        <location filename="../gui/signature_box.py"/>
        <source>Pictures (SVG, PNG, JPEG)</source>
        <translation>Images (SVG, PNG, JPEG)</translation>
    </message>
    <message>
        <location filename="../gui/studies.py"/>
        <source>Open a study</source>
        <translation>Ouvrir une étude</translation>
    </message>
    <message>
        <location filename="../gui/studies.py"/>
        <source>Open a study: choose its folder</source>
        <translation>Ouvrir une étude : choisir son dossier</translation>
    </message>
    <message>
        <location filename="../gui/studies.py"/>
        <source>Open the study</source>
        <translation>Ouvrir l’étude</translation>
    </message>
    <message>
        <location filename="../gui/studies.py"/>
        <source>Open the study without saving</source>
        <translation>Ouvrir l’étude sans enregistrer</translation>
    </message>
    <message>
        <location filename="../gui/studies.py"/>
        <source>Save it, then open the study</source>
        <translation>L’enregistrer, puis ouvrir l’étude</translation>
    </message>
    <message>
        <location filename="../gui/studies.py"/>
        <source>Stay in this project</source>
        <translation>Rester dans ce projet</translation>
    </message>
    <message>
        <location filename="../gui/studies.py"/>
        <source>The project that is open has changes that are not saved. The study will take its place.</source>
        <translation>Le projet ouvert a des modifications non enregistrées. L’étude va prendre sa place.</translation>
    </message>
    <message>
        <location filename="../gui/studies.py"/>
        <source>{name} shows the results of another run ({date}, threshold {threshold} min), which its titles do not fit: save it under another name, or open the study anew.</source>
        <translation>{name} montre les résultats d’un autre calcul ({date}, seuil {threshold} min), auxquels ses titres ne correspondent pas : enregistrez-le sous un autre nom, ou rouvrez l’étude.</translation>
    </message>
    <message>
        <location filename="../gui/study_row.py"/>
        <source>Folder…</source>
        <translation>Dossier…</translation>
    </message>
    <message>
        <location filename="../gui/study_row.py"/>
        <source>{name} (no longer there)</source>
        <translation>{name} (n’est plus là)</translation>
    </message>
    <message>
        <location filename="../gui/study_row.py"/>
        <source>– choose –</source>
        <translation>– choisir –</translation>
    </message>
    <message>
        <location filename="../gui/task.py"/>
        <source>Something went wrong: the reason stands in the log “Accès 30”.</source>
        <translation>Un problème est survenu : la raison est dans le journal « Accès 30 ».</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/placement/compare_scenarios.py"/>
        <source>A site of the role “{role}” (ADDED_ROLE) does not count for “{definition}” (DEFINITION): nobody would be nearer to care. Choose another role or definition.</source>
        <translation>Un lieu du rôle « {role} » (ADDED_ROLE) ne compte pas pour « {definition} » (DEFINITION) : personne ne serait plus près des soins. Choisissez un autre rôle ou une autre définition.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/placement/compare_scenarios.py"/>
        <source>Added places</source>
        <translation>Lieux ajoutés</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/placement/compare_scenarios.py"/>
        <source>Compare two scenarios</source>
        <translation>Comparer deux scénarios</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/placement/compare_scenarios.py"/>
        <source>Figures before and after</source>
        <translation>Chiffres avant et après</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/placement/compare_scenarios.py"/>
        <source>Give the sites after (AFTER), the places that are added (ADDED), or both.</source>
        <translation>Donnez les sites après (AFTER), les lieux ajoutés (ADDED), ou les deux.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/placement/compare_scenarios.py"/>
        <source>People, people beyond, mean, P90 and longest time, in all and by territory: a row before and a row after.</source>
        <translation>Habitants, habitants au-delà, temps moyen, P90 et le plus long, en tout et par territoire : une ligne avant et une ligne après.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/placement/compare_scenarios.py"/>
        <source>Places before and after</source>
        <translation>Lieux avant et après</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/placement/compare_scenarios.py"/>
        <source>Points that open after: the suggested places, or some that you draw.</source>
        <translation>Points qui ouvrent après : les lieux proposés, ou ceux que vous dessinez.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/placement/compare_scenarios.py"/>
        <source>Role of the added places</source>
        <translation>Rôle des lieux ajoutés</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/placement/compare_scenarios.py"/>
        <source>Sites after</source>
        <translation>Sites après</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/placement/compare_scenarios.py"/>
        <source>Sites before</source>
        <translation>Sites avant</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/placement/compare_scenarios.py"/>
        <source>Sites of care as they are, made by “Import sites of care”.</source>
        <translation>Les lieux de soins tels qu’ils sont, faits par « Importer les lieux de soins ».</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/placement/compare_scenarios.py"/>
        <source>The population with its time before and after, the difference, and what changes: gained, lost, sooner, later, same, not_computed.</source>
        <translation>La population avec son temps avant et après, la différence, et ce qui change : gained (gagné), lost (perdu), sooner (plus tôt), later (plus tard), same (inchangé), not_computed (non calculé).</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/placement/compare_scenarios.py"/>
        <source>The same list with what is to change: sites added, moved or left out. Empty: the list before, with the added places.</source>
        <translation>La même liste avec ce qui doit changer : sites ajoutés, déplacés ou ôtés. Vide : la liste d’avant, avec les lieux ajoutés.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/placement/compare_scenarios.py"/>
        <source>What care the added places give.</source>
        <translation>Les soins que donnent les lieux ajoutés.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/placement/place_mountain.py"/>
        <source>Account of all resorts</source>
        <translation>Compte rendu de toutes les stations</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/placement/place_mountain.py"/>
        <source>By the field of the weight in the layer of candidates, or else the people of the places of their commune.</source>
        <translation>Selon le champ du poids dans la couche des candidats, sinon la population des lieux de leur commune.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/placement/place_mountain.py"/>
        <source>Candidates: minutes from an SU, more than</source>
        <translation>Candidats : minutes d’un SU, plus de</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/placement/place_mountain.py"/>
        <source>Candidates: people of the season, at least</source>
        <translation>Candidats : population saisonnière, au moins</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/placement/place_mountain.py"/>
        <source>Every resort with what a practice there would gain by itself, its times, people and level, and why it ranks where it does or is no candidate.</source>
        <translation>Chaque station avec ce qu’un cabinet y gagnerait à lui seul, ses temps, sa population et son niveau, et pourquoi elle est à son rang ou n’est pas candidate.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/placement/place_mountain.py"/>
        <source>Resorts in which a practice could work: points with an “id” or a “code”, and if known level, doctors and people of the season.</source>
        <translation>Stations où un cabinet pourrait exercer : points avec un « id » ou un « code » et, si on les connaît, niveau, médecins et population saisonnière.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/placement/place_mountain.py"/>
        <source>Resorts within this time of an emergency department, in the season, are no candidates.</source>
        <translation>Les stations à ce temps au plus d’un service des urgences, dans la saison, ne sont pas candidates.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/placement/place_mountain.py"/>
        <source>Suggest places for mountain practices</source>
        <translation>Proposer des lieux pour des cabinets de montagne</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/placement/place_sites.py"/>
        <source>Robustness</source>
        <translation>Robustesse</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/placement/place_sites.py"/>
        <source>Suggest places for first responders</source>
        <translation>Proposer des lieux pour des médecins correspondants</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/placement/place_sites.py"/>
        <source>The same question with speeds 10% lower and higher, in winter, without each chosen place, and without the MCS on whom most people depend; places that most of these choose again are marked as robust. Takes several times as long.</source>
        <translation>La même question avec des vitesses 10 % plus basses et plus hautes, en hiver, sans chacun des lieux choisis et sans les MCS dont le plus d’habitants dépendent ; les lieux que la plupart choisissent de nouveau sont marqués robustes. Dure plusieurs fois plus longtemps.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/build_network.py"/>
        <source>A raster of heights in metres (BD ALTI, RGE ALTI, Copernicus, SRTM) that covers all the roads: slopes and, in winter, snow slow them. Voids are filled and counted.</source>
        <translation>Un raster d’altitudes en mètres (BD ALTI, RGE ALTI, Copernicus, SRTM) qui couvre toutes les routes : les pentes et, l’hiver, la neige les ralentissent. Les lacunes sont comblées et comptées.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/build_network.py"/>
        <source>Allow roads in pieces</source>
        <translation>Accepter des routes en morceaux</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/build_network.py"/>
        <source>An OpenStreetMap extract (.osm.pbf, .osm, .osm.gz, .osm.bz2), BD TOPO's troncon_de_route, or another file of lines. Or choose a layer.</source>
        <translation>Un extrait OpenStreetMap (.osm.pbf, .osm, .osm.gz, .osm.bz2), la couche troncon_de_route de la BD TOPO, ou un autre fichier de lignes. Ou choisir une couche.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/build_network.py"/>
        <source>BD TOPO's troncon_de_route, or any layer of lines with speeds or classes.</source>
        <translation>La couche troncon_de_route de la BD TOPO, ou toute couche de lignes avec des vitesses ou des classes.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/build_network.py"/>
        <source>Build a road network</source>
        <translation>Construire un réseau routier</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/build_network.py"/>
        <source>Double sens, Sens direct, Sens inverse, or the like. Guessed where empty.</source>
        <translation>Double sens, Sens direct, Sens inverse, ou équivalent. Deviné s’il est vide.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/build_network.py"/>
        <source>Elevation model</source>
        <translation>Modèle d’altitude</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/build_network.py"/>
        <source>Field of average speeds</source>
        <translation>Champ des vitesses moyennes</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/build_network.py"/>
        <source>Field of classes</source>
        <translation>Champ des classes</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/build_network.py"/>
        <source>Field of directions</source>
        <translation>Champ des sens</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/build_network.py"/>
        <source>Give either a file (ROADS) or a layer (ROADS_LAYER) of roads, and not both.</source>
        <translation>Donner soit un fichier (ROADS), soit une couche (ROADS_LAYER) de routes, et pas les deux.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/build_network.py"/>
        <source>Goes on where less than 80 % of the roads hang together; nothing attaches to the rest.</source>
        <translation>Continue quand moins de 80 % des routes se tiennent ; rien ne se rattache au reste.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/build_network.py"/>
        <source>Joins line ends up to a metre apart, and cuts lines where another one ends on them. Crossings are not joined: they may be bridges.</source>
        <translation>Joint les extrémités distantes d’un mètre au plus, et coupe les lignes là où une autre s’y termine. Les croisements ne sont pas joints : ce peut être des ponts.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/build_network.py"/>
        <source>Kilometres an hour that are really driven. Guessed where empty.</source>
        <translation>Kilomètres par heure réellement roulés. Deviné s’il est vide.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/build_network.py"/>
        <source>Layer of roads</source>
        <translation>Couche de routes</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/build_network.py"/>
        <source>OpenStreetMap's classes or ROUTE 500's VOCATION, where there are no speeds. Guessed where empty.</source>
        <translation>Les classes d’OpenStreetMap ou la VOCATION de ROUTE 500, quand il n’y a pas de vitesses. Deviné s’il est vide.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/build_network.py"/>
        <source>Repair</source>
        <translation>Réparer</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/build_network.py"/>
        <source>Road network</source>
        <translation>Réseau routier</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/build_network.py"/>
        <source>Road networks</source>
        <translation>Réseaux routiers</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/build_network.py"/>
        <source>The elevation model {value} cannot be read. Check the file and its path.</source>
        <translation>Le modèle d’altitude {value} ne peut être lu. Vérifiez le fichier et son chemin.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/build_network.py"/>
        <source>The file to write. It keeps roads, not times: profiles and seasons come later.</source>
        <translation>Le fichier à écrire. Il garde les routes, pas les temps : profils et saisons viennent ensuite.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/export_network.py"/>
        <source>A GeoPackage with the layers nodes and edges (.gpkg), or GraphML (.graphml): a directed graph as osmnx has it.</source>
        <translation>Un GeoPackage avec les couches nodes et edges (.gpkg), ou un GraphML (.graphml) : un graphe orienté comme ceux d’osmnx.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/export_network.py"/>
        <source>Choose a profile at least (PROFILES).</source>
        <translation>Choisissez au moins un profil (PROFILES).</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/export_network.py"/>
        <source>Export a road network</source>
        <translation>Exporter un réseau routier</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/export_network.py"/>
        <source>Graph</source>
        <translation>Graphe</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/export_network.py"/>
        <source>Graphs</source>
        <translation>Graphes</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/export_network.py"/>
        <source>Nodes: {nodes}. Edges: {edges}.</source>
        <translation>Nœuds : {nodes}. Arêtes : {edges}.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/export_network.py"/>
        <source>Profiles</source>
        <translation>Profils</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/export_network.py"/>
        <source>Whose seconds the edges bear: a field seconds_… for each; travel_time is that of the first.</source>
        <translation>Ceux dont les arêtes portent les secondes : un champ seconds_… pour chacun ; travel_time est celui du premier.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/fetch_communes.py"/>
        <source>Codes or names separated by commas (43, Cantal); a région by its name, or as R and its code (R84).</source>
        <translation>Codes ou noms séparés par des virgules (43, Cantal) ; une région par son nom, ou par R et son code (R84).</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/fetch_communes.py"/>
        <source>Communes</source>
        <translation>Communes</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/fetch_communes.py"/>
        <source>Contours with code, nom, population, departement, region, epci and the chef-lieu.</source>
        <translation>Contours avec code, nom, population, departement, region, epci et le chef-lieu.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/fetch_communes.py"/>
        <source>Fetch communes</source>
        <translation>Télécharger des communes</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/fetch_roads.py"/>
        <source>A département, a commune or an address (“Haute-Loire”, “12 rue de la Gare, Brioude”): its contour counts.</source>
        <translation>Un département, une commune ou une adresse (« Haute-Loire », « 12 rue de la Gare, Brioude ») : c’est son contour qui compte.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/fetch_roads.py"/>
        <source>A rectangle: of the map, of a layer, or drawn.</source>
        <translation>Un rectangle : celui de la carte, d’une couche, ou dessiné.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/fetch_roads.py"/>
        <source>Address of the search for places</source>
        <translation>Adresse de la recherche de lieux</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/fetch_roads.py"/>
        <source>Another server of the same kind, such as your agency's own.</source>
        <translation>Un autre serveur du même type, par exemple celui de votre agence.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/fetch_roads.py"/>
        <source>Extent</source>
        <translation>Étendue</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/fetch_roads.py"/>
        <source>Fetch roads</source>
        <translation>Télécharger des routes</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/fetch_roads.py"/>
        <source>Give one of an extent (EXTENT), a place (PLACE) and an area (AREA).</source>
        <translation>Donnez une étendue (EXTENT), un lieu (PLACE) ou une zone (AREA), l’un des trois seulement.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/fetch_roads.py"/>
        <source>Kilometres around</source>
        <translation>Kilomètres autour</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/fetch_roads.py"/>
        <source>Only roads of the place itself are fetched: hospitals beyond its border will not be reached. Choose kilometres around (DISTANCE).</source>
        <translation>Seules les routes du lieu même sont téléchargées : les hôpitaux au-delà de sa limite ne seront pas atteints. Choisissez des kilomètres autour (DISTANCE).</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/fetch_roads.py"/>
        <source>OpenStreetMap extracts</source>
        <translation>Extraits d’OpenStreetMap</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/fetch_roads.py"/>
        <source>Or a place</source>
        <translation>Ou un lieu</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/fetch_roads.py"/>
        <source>Or an area</source>
        <translation>Ou une zone</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/fetch_roads.py"/>
        <source>Place found: {name}.</source>
        <translation>Lieu trouvé : {name}.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/fetch_roads.py"/>
        <source>Polygons, such as the communes that you study.</source>
        <translation>Des polygones, par exemple les communes que vous étudiez.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/fetch_roads.py"/>
        <source>The file to give to “Build a road network”. © OpenStreetMap contributors, ODbL 1.0.</source>
        <translation>Le fichier à donner à « Construire un réseau routier ». © les contributeurs d’OpenStreetMap, ODbL 1.0.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/fetch_roads.py"/>
        <source>Who lives at the edge may drive to a hospital beyond it: 50 km take in sixty minutes of driving. An address needs some.</source>
        <translation>Qui habite au bord peut aller à un hôpital au-delà : 50 km contiennent soixante minutes de trajet. Il en faut pour une adresse.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_indicator.py"/>
        <source>APL of DREES</source>
        <translation>APL de la DREES</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_indicator.py"/>
        <source>APL or zoning</source>
        <translation>APL ou zonage</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_indicator.py"/>
        <source>Column of values</source>
        <translation>Colonne des valeurs</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_indicator.py"/>
        <source>DREES's APL file (.xlsx, its title rows are skipped) or an official zoning (ZIP, ZAC, ZV, HC), by code.</source>
        <translation>Le fichier APL de la DREES (.xlsx, ses lignes de titre sont sautées) ou un zonage officiel (ZIP, ZAC, ZV, HC), par code.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_indicator.py"/>
        <source>Guessed where empty: the APL of general practitioners, else the zoning.</source>
        <translation>Devinée si elle est vide : l’APL aux médecins généralistes, sinon le zonage.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_indicator.py"/>
        <source>Join an APL or a zoning</source>
        <translation>Joindre une APL ou un zonage</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_indicator.py"/>
        <source>Official zoning</source>
        <translation>Zonage officiel</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_indicator.py"/>
        <source>Polygons with a “code”: communes, or territoires de vie-santé.</source>
        <translation>Polygones avec un « code » : communes, ou territoires de vie-santé.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_indicator.py"/>
        <source>Table</source>
        <translation>Table</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_indicator.py"/>
        <source>The territories with “apl” (consultations a year and inhabitant) or “zone” (ZIP, ZAC, ZV, HC).</source>
        <translation>Les territoires avec « apl » (consultations par an et par habitant) ou « zone » (ZIP, ZAC, ZV, HC).</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_population.py"/>
        <source>Communes with their legal population: the people of each are brought to it. Totals before and after are said.</source>
        <translation>Communes avec leur population légale : les habitants de chacune y sont ramenés. Les totaux avant et après sont dits.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_population.py"/>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_population.py"/>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_population.py"/>
        <source>INSEE's or Eurostat's grid, a raster of people, legal populations by commune (CSV, spreadsheet), or a file of points or polygons. Or choose a layer.</source>
        <translation>Le carroyage de l’INSEE ou d’Eurostat, un raster d’habitants, les populations légales par commune (CSV, classeur), ou un fichier de points ou de polygones. Ou choisir une couche.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_population.py"/>
        <source>Import a population</source>
        <translation>Importer une population</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_population.py"/>
        <source>Layer</source>
        <translation>Couche</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_population.py"/>
        <source>Over its streets the people of polygons are spread. Not needed for points.</source>
        <translation>Les habitants des polygones sont répartis sur ses rues. Inutile pour des points.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_population.py"/>
        <source>Points or polygons with a field “population”, and a “code” for polygons.</source>
        <translation>Points ou polygones avec un champ « population », et un « code » pour les polygones.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_population.py"/>
        <source>Points with code, name, territory, population, households, imputed, and secret: what must not be published one by one.</source>
        <translation>Points avec code, name, territory, population, households, imputed, et secret : ce qui ne doit pas être publié un à un.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_population.py"/>
        <source>Rescale to communes</source>
        <translation>Caler sur des communes</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_population.py"/>
        <source>Secret below (people)</source>
        <translation>Secret au-dessous de (habitants)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_population.py"/>
        <source>Where a grid does not count households, cells of fewer people count as those of fewer than 11 households.</source>
        <translation>Quand un carroyage ne compte pas les ménages, les carreaux de moins d’habitants comptent comme ceux de moins de 11 ménages.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_population.py"/>
        <source>Where communes stand, for a table of populations without coordinates.</source>
        <translation>Où sont les communes, pour une table de populations sans coordonnées.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_population.py"/>
        <source>“auto” recognises the file by what it holds.</source>
        <translation>« auto » reconnaît le fichier à ce qu’il contient.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_sites.py"/>
        <source>A FINESS stock or any table or point layer with FINESS numbers, for sources without coordinates (SAE, authorisations).</source>
        <translation>Un stock FINESS, ou toute table ou couche de points avec des numéros FINESS, pour les sources sans coordonnées (SAE, autorisations).</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_sites.py"/>
        <source>A point layer, or a table with coordinates, instead of a file.</source>
        <translation>Une couche de points, ou une table avec des coordonnées, au lieu d’un fichier.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_sites.py"/>
        <source>Further files</source>
        <translation>Autres fichiers</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_sites.py"/>
        <source>Import sites of care</source>
        <translation>Importer les lieux de soins</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_sites.py"/>
        <source>Log of the sites</source>
        <translation>Journal des lieux</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_sites.py"/>
        <source>One row for each decision: merged, moved, doubtful, to check, left out, and why.</source>
        <translation>Une ligne par décision : fusionné, déplacé, douteux, à vérifier, laissé de côté, et pourquoi.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_sites.py"/>
        <source>Other sources of sites, merged with the first: the ARS list wins, then authorisations, SAE, t_finess, FINESS, OpenStreetMap.</source>
        <translation>D’autres sources de lieux, fusionnées avec la première : la liste ARS l’emporte, puis les autorisations, la SAE, t_finess, FINESS, OpenStreetMap.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_sites.py"/>
        <source>Points with id, role, name, insee, level, doctors, delay_min, hours, season, capacity, precision, source.</source>
        <translation>Points avec id, role, name, insee, level, doctors, delay_min, hours, season, capacity, precision, source.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_sites.py"/>
        <source>Positions by FINESS number</source>
        <translation>Positions par numéro FINESS</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_sites.py"/>
        <source>Role of all sites</source>
        <translation>Rôle de tous les lieux</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_sites.py"/>
        <source>The ARS list (CSV, spreadsheet), a FINESS stock, an extract of the authorisations, t_finess, a table of the SAE, an OpenStreetMap extract or a vector file. Or choose a layer.</source>
        <translation>La liste ARS (CSV, classeur), un stock FINESS, une extraction des autorisations, t_finess, une table de la SAE, un extrait OpenStreetMap ou un fichier de points. Ou choisir une couche.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_sites.py"/>
        <source>Where the source has no field “role” or “type”.</source>
        <translation>Si la source n’a pas de champ « role » ou « type ».</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_territories.py"/>
        <source>ADMIN EXPRESS (old or new column names) or GeoJSON contours; several layers count as one (one a département).</source>
        <translation>ADMIN EXPRESS (anciens ou nouveaux noms de colonnes) ou contours GeoJSON ; plusieurs couches comptent comme une (une par département).</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_territories.py"/>
        <source>Areas of the level</source>
        <translation>Surfaces du niveau</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_territories.py"/>
        <source>Codes, names and populations of another year than the contours; without them those of the contours count.</source>
        <translation>Codes, noms et populations d’une autre année que les contours ; sans elles, ceux des contours comptent.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_territories.py"/>
        <source>Columns old and new: goes before INSEE's table of 2026 that the plugin carries.</source>
        <translation>Colonnes old et new : passe avant la table INSEE de 2026 que porte l’extension.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_territories.py"/>
        <source>Communes and the territory that each belongs to: columns epci, tvs (territoire de vie-santé), pdsa, cpts, ght, secteur_ambulancier, canton.</source>
        <translation>Communes et territoire de chacune : colonnes epci, tvs (territoire de vie-santé), pdsa, cpts, ght, secteur_ambulancier, canton.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_territories.py"/>
        <source>Communes of today</source>
        <translation>Communes d’aujourd’hui</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_territories.py"/>
        <source>Import territories</source>
        <translation>Importer des territoires</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_territories.py"/>
        <source>One row for each area and commune that are not simply the same, and how they were matched.</source>
        <translation>Une ligne par zone et commune qui ne sont pas simplement les mêmes, et comment elles ont été rapprochées.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_territories.py"/>
        <source>Passage table</source>
        <translation>Table de passage</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_territories.py"/>
        <source>Polygons with code, name, level, population and communes: how many.</source>
        <translation>Polygones avec code, name, level, population et communes : combien il y en a.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_territories.py"/>
        <source>Report of the match</source>
        <translation>Compte rendu du rapprochement</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_territories.py"/>
        <source>Table of codes</source>
        <translation>Table de codes</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_territories.py"/>
        <source>The territories to make. All but communes, départements and régions need a table of codes or areas; EPCI may stand in the contours.</source>
        <translation>Les territoires à faire. Tous, sauf communes, départements et régions, demandent une table de codes ou des surfaces ; les EPCI peuvent figurer dans les contours.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_territories.py"/>
        <source>Your own polygons with code and name (CPTS, ambulance sectors…), instead of a table of codes: each commune goes to the one in which its middle lies.</source>
        <translation>Vos propres polygones avec code et nom (CPTS, secteurs ambulanciers…), à la place d’une table de codes : chaque commune va à celui où se trouve son milieu.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/import_territories.py"/>
        <source>{label} ({name}) is for another level: choose it (LEVEL), or leave that empty.</source>
        <translation>{label} ({name}) : cela sert à un autre niveau. Choisissez-le (LEVEL), ou laissez cette case vide.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/prepare_region.py"/>
        <source>Brings the people of cells to the legal population of their commune, where a table says it.</source>
        <translation>Ramène les habitants des carreaux à la population légale de leur commune, quand une table la donne.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/prepare_region.py"/>
        <source>Load the layers into the project</source>
        <translation>Charger les couches dans le projet</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/prepare_region.py"/>
        <source>Prepare a region</source>
        <translation>Préparer une région</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/prepare_region.py"/>
        <source>Receives roads.accessnet, sites.gpkg (with its log), population.gpkg, territories.gpkg and the report (report.html opens in a browser, report.md is the same text).</source>
        <translation>Reçoit roads.accessnet, sites.gpkg (avec son journal), population.gpkg, territories.gpkg et le compte rendu (report.html s’ouvre dans un navigateur, report.md en est le même texte).</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/prepare_region.py"/>
        <source>Report</source>
        <translation>Compte rendu</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/prepare_region.py"/>
        <source>Rescale to legal populations</source>
        <translation>Caler sur les populations légales</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/prepare_region.py"/>
        <source>Roads, an elevation model, sites, populations, contours of communes, tables of codes, as you have them; each is recognised by what it holds.</source>
        <translation>Routes, modèle d’altitude, lieux de soins, populations, contours de communes, tables de codes, comme vous les avez ; chacun est reconnu à son contenu.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/prepare_region.py"/>
        <source>Sites, people and communes, named so that the study proposes them; in the window only.</source>
        <translation>Lieux de soins, habitants et communes, nommés de sorte que l’étude les propose ; dans la fenêtre de QGIS seulement.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/seasonal_population.py"/>
        <source>Add the people of the seasons</source>
        <translation>Ajouter la population des saisons</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/seasonal_population.py"/>
        <source>Give at least one table of tourist capacity (TABLES).</source>
        <translation>Donner au moins une table de capacité touristique (TABLES).</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/seasonal_population.py"/>
        <source>INSEE's tables by commune: capacity of tourist lodging, and second homes (RP logement); or one of your own with plain column names.</source>
        <translation>Les tables de l’INSEE par commune : capacité d’hébergement touristique, et résidences secondaires (RP logement) ; ou la vôtre avec des noms de colonnes simples.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/seasonal_population.py"/>
        <source>Part of the capacity that is there in the high season. 0.6 is an order of magnitude, not an official figure: put in your own, or a field or an expression of the population's.</source>
        <translation>Part de la capacité présente en haute saison. 0,6 est un ordre de grandeur, pas un chiffre officiel : mettez le vôtre, ou un champ ou une expression de la population.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/seasonal_population.py"/>
        <source>Points with the code of the commune in “code” or “territory”, made by “Import a population”.</source>
        <translation>Points avec le code de la commune dans « code » ou « territory », faits par « Importer une population ».</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/seasonal_population.py"/>
        <source>Population of the seasons</source>
        <translation>Population des saisons</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/seasonal_population.py"/>
        <source>Share present in summer</source>
        <translation>Part présente en été</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/seasonal_population.py"/>
        <source>Share present in winter</source>
        <translation>Part présente en hiver</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/seasonal_population.py"/>
        <source>The population with seasonal_population (article R133-33), winter_population and summer_population.</source>
        <translation>La population avec seasonal_population (article R133-33), winter_population et summer_population.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/seasonal_population.py"/>
        <source>Tourist capacity and second homes</source>
        <translation>Capacité touristique et résidences secondaires</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/show_network.py"/>
        <source>Lines with class, limits, speeds both ways, and whether points may attach.</source>
        <translation>Lignes avec classe, limites, vitesses dans les deux sens, et si des points peuvent s’y rattacher.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/show_network.py"/>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/show_network.py"/>
        <source>Roads of the network</source>
        <translation>Routes du réseau</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/show_network.py"/>
        <source>Show a road network</source>
        <translation>Montrer un réseau routier</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/prepare/show_network.py"/>
        <source>Whose speeds are shown.</source>
        <translation>De qui l’on montre les vitesses.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/publish/press_figure.py"/>
        <source>A title is for one figure: leave TITLE empty with “all”.</source>
        <translation>Un titre vaut pour une figure : laissez TITLE vide avec « all ».</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/publish/press_figure.py"/>
        <source>Code or name. Empty: the one with the most people beyond.</source>
        <translation>Code ou nom. Vide : celui qui a le plus d’habitants au-delà.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/publish/press_figure.py"/>
        <source>Draw figures for the press</source>
        <translation>Dessiner des figures pour la presse</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/publish/press_figure.py"/>
        <source>Folder of the figures</source>
        <translation>Dossier des figures</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/publish/press_figure.py"/>
        <source>For “evolution” and “key_figure”: a table with the columns label, value and target (1 for a target, which is hatched), such as 2012;88;0.</source>
        <translation>Pour « evolution » et « key_figure » : une table avec les colonnes label, value et target (1 pour une cible, hachurée), par exemple 2012;88;0.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/publish/press_figure.py"/>
        <source>Made by “Run a whole study”.</source>
        <translation>Fait par « Mener une étude complète ».</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/publish/press_figure.py"/>
        <source>Receives PNG, PDF and SVG, the data of each figure (CSV), its alternative text, and a project whose layouts you can change.</source>
        <translation>Reçoit PNG, PDF et SVG, les données de chaque figure (CSV), son texte alternatif, et un projet dont vous pouvez changer les mises en page.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/publish/press_figure.py"/>
        <source>Series of your own</source>
        <translation>Série à vous</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/publish/press_figure.py"/>
        <source>Territory of the zoom, or département of two pages</source>
        <translation>Territoire du zoom, ou département de la double page</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/publish/press_figure.py"/>
        <source>“A4” (upright, 300 dpi), “slide” (16:9, 1920 × 1080), “square” (1080 × 1080), “half” (half of an A4 page) or “band” (a third of one). Numbers and short charts take half a page where A4 is asked for; “columns” is always a slide, “spread” two pages side by side (A3).</source>
        <translation>« A4 » (portrait, 300 dpi), « slide » (diapositive 16:9, 1920 × 1080), « square » (carré, 1080 × 1080), « half » (demi-page A4) ou « band » (bandeau, un tiers de page). Les chiffres et les graphiques courts prennent une demi-page là où l’on demande A4 ; « columns » est toujours une diapositive, « spread » deux pages côte à côte (A3).</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/publish/press_figure.py"/>
        <source>“map”, “atlas” (a page for each département), “before_after”, “dots” (sites), “circles” (people beyond), “counts” (sites by département), “zoning”; “evolution”, “curve”, “ranked”, “shares”; “key_figure”, “panorama”, “zoom” (one territory), “columns” (a slide), “one_page” (map, numbers, ranking and zoom on one A4 page), “spread” (two facing pages on one département); “all”: each that the study gives.</source>
        <translation>« map » (carte), « atlas » (une page par département), « before_after » (avant, après), « dots » (lieux de soins), « circles » (habitants au-delà), « counts » (lieux par département), « zoning » (zonage) ; « evolution » (barres), « curve » (courbe), « ranked » (classement), « shares » (parts) ; « key_figure » (chiffre clé), « panorama », « zoom » (un territoire), « columns » (diapositive), « one_page » (carte, chiffres, classement et zoom sur une page A4), « spread » (deux pages en regard sur un département) ; « all » : toutes celles que donne l’étude.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/publish/public_map.py"/>
        <source>Empty: the study's own.</source>
        <translation>Vide : celui de l’étude.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/publish/public_map.py"/>
        <source>Folder of the map</source>
        <translation>Dossier de la carte</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/publish/public_map.py"/>
        <source>Make a map for the public</source>
        <translation>Faire une carte pour le public</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/publish/public_map.py"/>
        <source>Receives index.html and all that it needs. Copy the folder to a website, or open index.html.</source>
        <translation>Reçoit index.html et tout ce qu’il lui faut. Copiez le dossier sur un site, ou ouvrez index.html.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/publish/smooth_areas.py"/>
        <source>Borders smoothed for print, by {metres:g} m; the figures are those of the areas before.</source>
        <translation>Contours lissés pour l’impression, à {metres:g} m ; les chiffres sont ceux des surfaces d’avant.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/publish/smooth_areas.py"/>
        <source>How far a border may move: about the side of a cell.</source>
        <translation>De combien un contour peut bouger : environ le côté d’une maille.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/publish/smooth_areas.py"/>
        <source>Isochrones or areas beyond, in a metric reference system.</source>
        <translation>Isochrones ou zones au-delà, dans un système de coordonnées métrique.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/publish/smooth_areas.py"/>
        <source>Smooth areas for print</source>
        <translation>Lisser des surfaces pour l’impression</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/publish/smooth_areas.py"/>
        <source>Smoothed areas</source>
        <translation>Surfaces lissées</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/publish/smooth_areas.py"/>
        <source>The same areas and figures with smoother borders. For pictures only.</source>
        <translation>Les mêmes surfaces et les mêmes chiffres, aux contours adoucis. Pour l’image seulement.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/publish/smooth_areas.py"/>
        <source>Tolerance (metres)</source>
        <translation>Tolérance (mètres)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/compute_apl.py"/>
        <source>A table with from, to and minutes, instead of a network; codes are those of the layers.</source>
        <translation>Une table avec from, to et minutes, au lieu d’un réseau ; les codes sont ceux des couches.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/compute_apl.py"/>
        <source>Consultations a year, or full-time doctors.</source>
        <translation>Consultations par an, ou médecins en équivalent temps plein.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/compute_apl.py"/>
        <source>Field of demand</source>
        <translation>Champ de la demande</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/compute_apl.py"/>
        <source>Field of supply</source>
        <translation>Champ de l’offre</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/compute_apl.py"/>
        <source>Give either a network (NETWORK) or a table of times between places (TIMES).</source>
        <translation>Donner soit un réseau (NETWORK), soit une table de temps entre lieux (TIMES).</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/compute_apl.py"/>
        <source>How patients drive to emergency departments and centres.</source>
        <translation>Comment les patients roulent vers les services d’urgences et les centres de soins.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/compute_apl.py"/>
        <source>People, standardised by age where you have that.</source>
        <translation>Habitants, standardisés par âge si vous l’avez.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/compute_apl.py"/>
        <source>Points with people, one a commune as a rule.</source>
        <translation>Points avec des habitants, un par commune en règle générale.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/compute_apl.py"/>
        <source>Points with what each offers a year (consultations).</source>
        <translation>Points avec ce que chacun offre par an (consultations).</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/compute_apl.py"/>
        <source>Profile of patients</source>
        <translation>Profil des patients</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/compute_apl.py"/>
        <source>Simulate an APL</source>
        <translation>Simuler une APL</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/compute_apl.py"/>
        <source>Simulated APL (not official)</source>
        <translation>APL simulée (non officielle)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/compute_apl.py"/>
        <source>The demand with “apl”. It is a simulation: the official APL is the file of DREES.</source>
        <translation>La demande avec « apl ». C’est une simulation : l’APL officielle est le fichier de la DREES.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/compute_apl.py"/>
        <source>Times between places</source>
        <translation>Temps entre lieux</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/compute_apl.py"/>
        <source>Up to and including so many minutes: weight. DREES since 2015: 10:1,15:2/3,20:1/3.</source>
        <translation>Jusqu’à tant de minutes comprises : poids. DREES depuis 2015 : 10:1,15:2/3,20:1/3.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/compute_apl.py"/>
        <source>Weights by minutes</source>
        <translation>Poids par minutes</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/draw_isochrones.py"/>
        <source>Bands (minutes)</source>
        <translation>Tranches (minutes)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/draw_isochrones.py"/>
        <source>Draw isochrones</source>
        <translation>Dessiner les isochrones</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/draw_isochrones.py"/>
        <source>Isochrones</source>
        <translation>Isochrones</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/draw_isochrones.py"/>
        <source>Kinds of site of your own, in place of the roles above, by the names that the list of sites gives them, semicolons between (Maternité; Pharmacie). Roles may stand among them (Maternité; SU).</source>
        <translation>Vos propres sortes de lieux, à la place des rôles ci-dessus, par les noms que leur donne la liste, séparés par des points-virgules (Maternité ; Pharmacie). Des rôles peuvent s’y mêler (Maternité ; SU).</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/draw_isochrones.py"/>
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/draw_isochrones.py"/>
        <source>One area a band (and site), with from_min, to_min, role, site and, where people are given, those who live in it.</source>
        <translation>Une surface par tranche (et par site), avec from_min, to_min, le rôle, le site et, si une population est donnée, ses habitants.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/draw_isochrones.py"/>
        <source>Or other sites</source>
        <translation>Ou d’autres lieux</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/draw_isochrones.py"/>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/draw_isochrones.py"/>
        <source>The sites that count, each driven in its own direction.</source>
        <translation>Les lieux de soins qui comptent, chacun parcouru dans son sens.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/draw_isochrones.py"/>
        <source>Upper ends in increasing order.</source>
        <translation>Bornes supérieures, croissantes.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/draw_isochrones.py"/>
        <source>“merged”: all sites together. “per_site”: each site by itself; the areas overlap. “nearest_site”: each site where it is the nearest; nothing overlaps, but sites that people drive to and teams that drive to them are shared out apart.</source>
        <translation>« merged » : tous les sites ensemble. « per_site » : chaque site à part ; les surfaces se recouvrent. « nearest_site » : chaque site là où il est le plus proche ; rien ne se recouvre, mais les sites où l’on se rend et les équipes qui se déplacent sont partagés séparément.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/explain_route.py"/>
        <source>A point on the map, or lon,lat (with decimal commas: lon;lat); it attaches to the nearest road. Directions count: for a SMUR the start is the site.</source>
        <translation>Un point sur la carte, ou lon,lat (avec des virgules décimales : lon;lat) ; il se rattache à la route la plus proche. Le sens compte : pour un SMUR, le départ est le site.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/explain_route.py"/>
        <source>End</source>
        <translation>Arrivée</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/explain_route.py"/>
        <source>Explain a drive</source>
        <translation>Expliquer un trajet</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/explain_route.py"/>
        <source>Roads of the drive</source>
        <translation>Routes du trajet</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/explain_route.py"/>
        <source>Seconds and share of each term: road, slope, bends, snow, traffic, siren, signals, give_way, turns, sections, total.</source>
        <translation>Secondes et part de chaque terme : road (conduite), slope (pente), bends (virages), snow (neige), traffic (circulation), siren (sirène), signals (feux), give_way (cédez-le-passage), turns (changements de route), sections (tronçons urbains), total.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/explain_route.py"/>
        <source>Start</source>
        <translation>Départ</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/explain_route.py"/>
        <source>The roads in order, with class, limit, speed, and the seconds of each term.</source>
        <translation>Les routes dans l’ordre, avec classe, limitation, vitesse, et les secondes de chaque terme.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/explain_route.py"/>
        <source>What the time is made of</source>
        <translation>Ce dont le temps est fait</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/explain_route.py"/>
        <source>Who drives.</source>
        <translation>Qui conduit.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/find_gaps.py"/>
        <source>Areas beyond</source>
        <translation>Zones au-delà</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/find_gaps.py"/>
        <source>Find areas beyond the threshold</source>
        <translation>Trouver les zones au-delà du seuil</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/find_gaps.py"/>
        <source>Further thresholds (minutes)</source>
        <translation>Autres seuils (minutes)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/find_gaps.py"/>
        <source>Further thresholds must be positive minutes, {most} at most and none longer than a day, such as 20,45, not {minutes}.</source>
        <translation>Les autres seuils doivent être des minutes positives, {most} au plus et pas plus d’un jour, comme 20,45, et non {minutes}.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/find_gaps.py"/>
        <source>Give either a network and sites (NETWORK, SITES) or a table of official times (TIMES).</source>
        <translation>Donner soit un réseau et des lieux de soins (NETWORK, SITES), soit une table de temps officiels (TIMES).</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/find_gaps.py"/>
        <source>People, people beyond, mean, P90 and longest time, in all and by territory.</source>
        <translation>Habitants, habitants au-delà, temps moyen, P90 et maximal, en tout et par territoire.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/find_gaps.py"/>
        <source>Places with times</source>
        <translation>Lieux avec leurs temps</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/find_gaps.py"/>
        <source>Points with the field “population”, made by “Import a population”; with official times also communes: polygons with “code” and “population”.</source>
        <translation>Points avec le champ « population », faits par « Importer une population » ; avec des temps officiels, des communes aussi : polygones avec « code » et « population ».</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/find_gaps.py"/>
        <source>Such as 20,45: the figures count the people beyond each of them too (beyond_20_min, beyond_45_min). A row whose counts, or what lies between two of them, tell of too few households is secret: each threshold makes more rows so.</source>
        <translation>Par exemple 20,45 : les chiffres comptent aussi les habitants au-delà de chacun d’eux (beyond_20_min, beyond_45_min). Une ligne dont les nombres, ou ce qui se trouve entre deux d’entre eux, parlent de trop peu de ménages est secrète : chaque seuil en rend davantage.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/find_gaps.py"/>
        <source>The areas beyond, by territory, with the people counted at their points and km².</source>
        <translation>Les zones au-delà, par territoire, avec les habitants comptés à leurs points et les km².</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/find_gaps.py"/>
        <source>The population with its times.</source>
        <translation>La population avec ses temps.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/make_matrix.py"/>
        <source>A table with from_id, to_id, minutes, metres and rank, a row for each pair between which there is a way: GeoPackage, CSV or Parquet, by its name.</source>
        <translation>Un tableau avec from_id, to_id, minutes, metres et rank, une ligne pour chaque paire reliée par un trajet : GeoPackage, CSV ou Parquet, selon son nom.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/make_matrix.py"/>
        <source>Compute a matrix of travel times</source>
        <translation>Calculer une matrice de temps de trajet</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/make_matrix.py"/>
        <source>Empty: id, code, insee or finess, or else the number of the feature.</source>
        <translation>Vide : id, code, insee ou finess, ou sinon le numéro de l’entité.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/make_matrix.py"/>
        <source>Field that names the places “from”</source>
        <translation>Champ qui nomme les lieux « De »</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/make_matrix.py"/>
        <source>Field that names the places “to”</source>
        <translation>Champ qui nomme les lieux « Vers »</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/make_matrix.py"/>
        <source>How many destinations of each origin are kept, the nearest first; 0: all.</source>
        <translation>Combien de destinations de chaque origine sont gardées, la plus proche d’abord ; 0 : toutes.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/make_matrix.py"/>
        <source>Its length too, which takes some tenths of a second for each place on the roads of a région.</source>
        <translation>Sa longueur aussi, ce qui prend quelques dixièmes de seconde par lieu sur les routes d’une région.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/make_matrix.py"/>
        <source>Longer drives are left out: one number, or a field or an expression of the places “from”. Empty: none is.</source>
        <translation>Les trajets plus longs sont laissés de côté : un nombre, ou un champ ou une expression des lieux de départ. Vide : aucun ne l’est.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/make_matrix.py"/>
        <source>Longest drive (minutes)</source>
        <translation>Trajet le plus long (minutes)</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/make_matrix.py"/>
        <source>Matrix</source>
        <translation>Matrice</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/make_matrix.py"/>
        <source>Metres of the quickest way</source>
        <translation>Mètres du trajet le plus rapide</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/make_matrix.py"/>
        <source>Number of the nearest</source>
        <translation>Nombre des plus proches</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/make_matrix.py"/>
        <source>Points where the drives begin.</source>
        <translation>Points où les trajets commencent.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/make_matrix.py"/>
        <source>Points where they end. Directions count: one-way streets, banned turns.</source>
        <translation>Points où ils finissent. Le sens compte : sens uniques, tournants interdits.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/make_matrix.py"/>
        <source>This QGIS cannot open such a file: it is there, and not loaded.</source>
        <translation>Ce QGIS ne sait pas ouvrir un tel fichier : il est là, et n’est pas chargé.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/make_matrix.py"/>
        <source>{count} {count:pair is|pairs are} in {path}.</source>
        <translation>{count} {count:paire est|paires sont} dans {path}.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/make_matrix.py"/>
        <source>{name} has no field {field}.</source>
        <translation>{name} n’a pas de champ {field}.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/make_matrix.py"/>
        <source>{name}: several features bear one value of the field {field} ({values}); their rows cannot be told apart. Choose a field that differs ({parameter}).</source>
        <translation>{name} : plusieurs entités portent la même valeur du champ {field} ({values}) ; leurs lignes ne se distinguent pas. Choisissez un champ où elles diffèrent ({parameter}).</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/make_matrix.py"/>
        <source>{name}: {count} {count:place is|places are} farther than 2 km from any road, or on one that is closed now, and {count:has|have} no row ({ids}).</source>
        <translation>{name} : {count} {count:lieu est|lieux sont} à plus de 2 km de toute route, ou sur une route fermée maintenant, et {count:n’a|n’ont} pas de ligne ({ids}).</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/run_study.py"/>
        <source>An OpenStreetMap extract or BD TOPO's troncon_de_route, where no network is given.</source>
        <translation>Un extrait OpenStreetMap ou la couche troncon_de_route de la BD TOPO, quand aucun réseau n’est donné.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/run_study.py"/>
        <source>Candidate places</source>
        <translation>Lieux candidats</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/run_study.py"/>
        <source>Give either roads (ROADS), a network made from them (NETWORK), or a table of official times (TIMES).</source>
        <translation>Donnez soit des routes (ROADS), soit un réseau qui en est issu (NETWORK), soit une table de temps officiels (TIMES).</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/run_study.py"/>
        <source>Official times (TIMES) stand in for a network: leave {name} empty. Places are suggested on roads only.</source>
        <translation>Les temps officiels (TIMES) tiennent lieu de réseau : laissez {name} vide. Des lieux ne se proposent que sur des routes.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/run_study.py"/>
        <source>Points where a first responder (MCS), or another of the sites that count (OTHER_CARE), could be. Without them no place is suggested.</source>
        <translation>Points où un médecin correspondant (MCS) pourrait exercer, ou un autre des lieux qui comptent (OTHER_CARE) se tenir. Sans eux, aucun lieu n’est proposé.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/run_study.py"/>
        <source>Publish one study of an area only: the figures of two (another threshold, season or definition) can be taken from each other, and may then tell of fewer than 11 households.</source>
        <translation>Ne publier qu’une étude d’un territoire : les chiffres de deux études (autre seuil, autre saison ou autre définition) peuvent être soustraits l’un de l’autre, et désigner alors moins de 11 ménages.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/run_study.py"/>
        <source>Receives results.gpkg, study.qgz, figures, summary.csv, method.html (method.md is the same text) and run.json.</source>
        <translation>Reçoit results.gpkg, study.qgz, figures, summary.csv, method.html (method.md est le même texte) et run.json.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/run_study.py"/>
        <source>Run a whole study</source>
        <translation>Mener une étude complète</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/run_study.py"/>
        <source>The name of the scenario (SCENARIO) names a doctor, which nothing that is published may do. Give it another name.</source>
        <translation>Le nom du scénario (SCENARIO) nomme un médecin, ce que rien de publié ne doit faire. Donnez-lui un autre nom.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/run_study.py"/>
        <source>The titles will say “SU or SMUR”, and the column {column} does not: if its times lead to an SU or a SMUR alone, say so (DEFINITION).</source>
        <translation>Les titres diront « SU ou SMUR », ce que ne dit pas la colonne {column} : si ses temps mènent à un SU ou à un SMUR seul, dites-le (DEFINITION).</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/run_study.py"/>
        <source>With official times a study needs the communes: give their contours (TERRITORIES).</source>
        <translation>Avec des temps officiels, une étude a besoin des communes : donnez leurs contours (TERRITORIES).</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/time_roads.py"/>
        <source>Compute times on the roads</source>
        <translation>Calculer les temps sur les routes</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/time_roads.py"/>
        <source>Lines with the minutes of who stands at their beginning, in their middle and at their end; “beyond” is that of the middle.</source>
        <translation>Lignes avec les minutes de qui se trouve à leur début, à leur milieu et à leur fin ; « beyond » est celui du milieu.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/time_roads.py"/>
        <source>Roads with times</source>
        <translation>Routes et leurs temps</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/travel_times.py"/>
        <source>A kind of site of your own to which people go on from an emergency department (UNV): t_su_unv_min is the shortest way by one of them, via_unv and onward_unv say which.</source>
        <translation>Une sorte de lieu à vous où l’on va ensuite depuis un service d’urgences (UNV) : t_su_unv_min est le plus court chemin par l’un d’eux, via_unv et onward_unv disent lesquels.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/travel_times.py"/>
        <source>Compute travel times</source>
        <translation>Calculer les temps de trajet</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/travel_times.py"/>
        <source>Places without a road</source>
        <translation>Lieux sans route</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/travel_times.py"/>
        <source>The places farther than 2 km from any road, which are not computed.</source>
        <translation>Les lieux à plus de 2 km de toute route, qui ne sont pas calculés.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/travel_times.py"/>
        <source>The places with t_su_min, t_smur_min, t_mcs_min, t_csnp_min, one for each kind of site of your own (t_maternite_min), what follows from them, “beyond”, the range of speeds, and whether roads beyond the network could change the answer.</source>
        <translation>Les lieux avec t_su_min, t_smur_min, t_mcs_min, t_csnp_min, un temps pour chaque sorte de lieu à vous (t_maternite_min), ce qui en découle, « beyond », la fourchette de vitesses, et si des routes au-delà du réseau pourraient changer la réponse.</translation>
    </message>
    <message>
        <location filename="../processing/algorithms/study/travel_times.py"/>
        <source>Then on to</source>
        <translation>Puis vers</translation>
    </message>
    <message>
        <location filename="../processing/arguments.py"/>
        <source>Give either a file (SOURCE) or a layer (SOURCE_LAYER), and not both.</source>
        <translation>Donner soit un fichier (SOURCE), soit une couche (SOURCE_LAYER), et pas les deux.</translation>
    </message>
    <message>
        <location filename="../processing/arguments.py"/>
        <source>Roads: {name} ({date}), {licence}.</source>
        <translation>Routes : {name} ({date}), {licence}.</translation>
    </message>
    <message>
        <location filename="../processing/arguments.py"/>
        <source>The layer {value} cannot be read. Check the file and its path.</source>
        <translation>La couche {value} ne peut être lue. Vérifiez le fichier et son chemin.</translation>
    </message>
    <message>
        <location filename="../processing/arguments.py"/>
        <source>{name}: threshold {threshold:g} min (strictly more); care that counts: {definition}; driving: {profiles}; season: {season}; traffic: {traffic}; part of the week: {slot}; convention: {convention}.</source>
        <translation>{name} : seuil {threshold:g} min (strictement plus) ; soins comptés : {definition} ; conduite : {profiles} ; saison : {season} ; circulation : {traffic} ; plage de la semaine : {slot} ; convention : {convention}.</translation>
    </message>
    <message>
        <location filename="../processing/arguments.py"/>
        <source>“{value}” is not a list of minutes such as 10,20,30,45,60.</source>
        <translation>« {value} » n’est pas une liste de minutes comme 10,20,30,45,60.</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>1 · Prepare</source>
        <translation>1 · Préparer</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>2 · Study</source>
        <translation>2 · Étudier</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>3 · Where help would count</source>
        <translation>3 · Où l’aide compterait</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>4 · Publish</source>
        <translation>4 · Publier</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Kilometres of the drive</source>
        <translation>Kilomètres du trajet</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Minutes of the drive</source>
        <translation>Minutes du trajet</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>No folder was chosen: {folder} is a temporary one, which is gone when QGIS closes. Choose a folder to keep what is written.</source>
        <translation>Aucun dossier n’a été choisi : {folder} est un dossier temporaire, qui disparaît quand QGIS se ferme. Choisissez un dossier pour garder ce qui est écrit.</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Pairs</source>
        <translation>Paires</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>People beyond after</source>
        <translation>Habitants au-delà, après</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>People beyond before</source>
        <translation>Habitants au-delà, avant</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>People beyond the threshold</source>
        <translation>Habitants au-delà du seuil</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>People counted</source>
        <translation>Habitants comptés</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Places suggested</source>
        <translation>Lieux proposés</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Share of people beyond (0 to 1)</source>
        <translation>Part des habitants au-delà (0 à 1)</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Share of people to gain that is gained (0 to 1)</source>
        <translation>Part gagnée des habitants à gagner (0 à 1)</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>Sites imported</source>
        <translation>Lieux de soins importés</translation>
    </message>
    <message>
        <location filename="../processing/base.py"/>
        <source>{name} ({label}): “{value}” is no number. Write it as 2000 or 0.5, with a point and no spaces.</source>
        <translation>{name} ({label}) : « {value} » n’est pas un nombre. Écrivez-le comme 2000 ou 0.5, avec un point et sans espaces.</translation>
    </message>
    <message>
        <location filename="../processing/by_feature.py"/>
        <source>{layer} has no field “{field}” ({label}, {name}). Its fields: {fields}.</source>
        <translation>{layer} n’a pas de champ « {field} » ({label}, {name}). Ses champs : {fields}.</translation>
    </message>
    <message>
        <location filename="../processing/by_feature.py"/>
        <source>{layer}: “{source}” ({label}, {name}) gives no number for {ids:feature|features} {ids}, or one that is too small or too large ({values}). Correct it, or give one number for all.</source>
        <translation>{layer} : « {source} » ({label}, {name}) ne donne pas de nombre {ids:pour l’entité|pour les entités} {ids}, ou en donne un trop petit ou trop grand ({values}). Corrigez-le, ou donnez un seul nombre pour tous.</translation>
    </message>
    <message>
        <location filename="../processing/destinations.py"/>
        <source>The folder {folder} holds {files}, which “{algorithm}” did not make and would replace. Choose another folder, or move what lies there.</source>
        <translation>Le dossier {folder} contient {files}, que « {algorithm} » n’a pas fait et remplacerait. Choisissez un autre dossier, ou déplacez ce qui s’y trouve.</translation>
    </message>
    <message>
        <location filename="../processing/destinations.py"/>
        <source>{name} is a table without shapes, which {path} cannot be. End its name with .gpkg, .csv or .xlsx.</source>
        <translation>{name} est une table sans formes, ce que {path} ne peut pas être. Terminez son nom par .gpkg, .csv ou .xlsx.</translation>
    </message>
    <message>
        <location filename="../processing/destinations.py"/>
        <source>{name} would be written into {path}, which is {other} too. Choose another file: nothing is overwritten that is read or written by the same run.</source>
        <translation>{name} serait écrit dans {path}, qui est aussi {other}. Choisissez un autre fichier : une exécution n’écrase rien de ce qu’elle lit ou écrit par ailleurs.</translation>
    </message>
    <message>
        <location filename="../processing/destinations.py"/>
        <source>{path} is {name}, and would be replaced by what is written into this folder. Choose another folder: nothing is overwritten that is read by the same run.</source>
        <translation>{path} est {name}, et serait remplacé par ce qui est écrit dans ce dossier. Choisissez un autre dossier : rien n’est écrasé qui est lu par le même traitement.</translation>
    </message>
    <message>
        <location filename="../processing/fetching.py"/>
        <source>Address of the service</source>
        <translation>Adresse du service</translation>
    </message>
    <message>
        <location filename="../processing/fetching.py"/>
        <source>Ask again</source>
        <translation>Redemander</translation>
    </message>
    <message>
        <location filename="../processing/fetching.py"/>
        <source>Fetches anew what is in the folder already.</source>
        <translation>Télécharge de nouveau ce qui est déjà dans le dossier.</translation>
    </message>
    <message>
        <location filename="../processing/fetching.py"/>
        <source>Folder of fetched files</source>
        <translation>Dossier des fichiers téléchargés</translation>
    </message>
    <message>
        <location filename="../processing/fetching.py"/>
        <source>Kept for the next time, and to go on where a fetch broke off. Empty: a folder of your QGIS profile.</source>
        <translation>Gardés pour la prochaine fois, et pour reprendre un téléchargement interrompu. Vide : un dossier de votre profil QGIS.</translation>
    </message>
    <message>
        <location filename="../processing/layers.py"/>
        <source>The output {name} ({value}) cannot be written ({reason}). Free some space on the disk, or choose another file or folder.</source>
        <translation>La sortie {name} ({value}) ne peut pas être écrite ({reason}). Libérez de la place sur le disque, ou choisissez un autre fichier ou dossier.</translation>
    </message>
    <message>
        <location filename="../processing/layers.py"/>
        <source>{found} of {count} {count:feature is|features are} in it: is the disk full?</source>
        <translation>{found} sur {count} {count:entité s’y trouve|entités s’y trouvent} : le disque est-il plein ?</translation>
    </message>
    <message>
        <location filename="../processing/layers.py"/>
        <source>{name}: a Shapefile keeps ten letters of the names of its fields ({fields}). A GeoPackage keeps all.</source>
        <translation>{name} : un Shapefile ne garde que dix lettres des noms de champs ({fields}). Un GeoPackage garde tout.</translation>
    </message>
    <message>
        <location filename="../processing/layers.py"/>
        <source>{name}: a table ({suffix}) keeps the values and no places or shapes. A GeoPackage keeps both.</source>
        <translation>{name} : une table ({suffix}) garde les valeurs, mais ni les points ni les formes. Un GeoPackage garde les deux.</translation>
    </message>
    <message>
        <location filename="../processing/official_times.py"/>
        <source>A table of communes and minutes (DREES, METRIC, METRIC-OSRM; CSV or spreadsheet), instead of a network.</source>
        <translation>Une table de communes et de minutes (DREES, METRIC, METRIC-OSRM ; CSV ou classeur), au lieu d’un réseau.</translation>
    </message>
    <message>
        <location filename="../processing/official_times.py"/>
        <source>Column of codes</source>
        <translation>Colonne des codes</translation>
    </message>
    <message>
        <location filename="../processing/official_times.py"/>
        <source>Column of minutes</source>
        <translation>Colonne des minutes</translation>
    </message>
    <message>
        <location filename="../processing/official_times.py"/>
        <source>Of the communes in the table of times. Guessed where empty.</source>
        <translation>Des communes dans la table de temps. Devinée si elle est vide.</translation>
    </message>
    <message>
        <location filename="../processing/official_times.py"/>
        <source>Official times have a definition, season and way of driving of their own, those of their table: leave {names} as they are, or use a network.</source>
        <translation>Les temps officiels ont leur propre définition, leur saison et leur façon de rouler, celles de leur table : laissez {names} tels quels, ou prenez un réseau.</translation>
    </message>
    <message>
        <location filename="../processing/official_times.py"/>
        <source>Official times of {table}: definition, season and way of driving are those of the table; threshold {threshold:g} min (strictly more).</source>
        <translation>Temps officiels de {table} : définition, saison et façon de rouler sont celles de la table ; seuil {threshold:g} min (strictement plus).</translation>
    </message>
    <message>
        <location filename="../processing/official_times.py"/>
        <source>Source of the official times</source>
        <translation>Source des temps officiels</translation>
    </message>
    <message>
        <location filename="../processing/official_times.py"/>
        <source>To emergency care; of several, separated by commas, the smaller counts. Guessed where empty.</source>
        <translation>Jusqu’aux soins urgents ; de plusieurs, séparées par des virgules, la plus petite compte. Devinée si elle est vide.</translation>
    </message>
    <message>
        <location filename="../processing/official_times.py"/>
        <source>What titles and notes call the table, such as “DREES, SU or SMUR 2019”. The name of its file where empty.</source>
        <translation>Le nom de la table dans les titres et les notes, comme « DREES, SU ou SMUR 2019 ». Celui de son fichier si c’est vide.</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>A file .accessnet, made by “Build a road network”.</source>
        <translation>Un fichier .accessnet, fait par « Construire un réseau routier ».</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>A layer of passes, works or avalanche corridors: a point closes the nearest road from junction to junction, a line those that it follows, or else those that it crosses. A field “season” (hiver, ete, annee, or days such as 11-01/05-31) says when; without it they are always closed.</source>
        <translation>Une couche de cols, de chantiers ou de couloirs d’avalanche : un point ferme la route la plus proche, d’un carrefour à l’autre, une ligne celles qu’elle suit, ou sinon celles qu’elle croise. Un champ « saison » (hiver, ete, annee, ou des jours comme 11-01/05-31, mois-jour) dit quand ; sans lui, elles sont toujours fermées.</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>A place is beyond when its time is strictly more than this, before any rounding.</source>
        <translation>Un lieu est au-delà quand son temps est strictement supérieur au seuil, avant tout arrondi.</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>All files</source>
        <translation>Tous les fichiers</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>Area</source>
        <translation>Zone</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>Areas are drawn with cells of this size. 50 m is good for a région, 25 m for a close look.</source>
        <translation>Les surfaces sont dessinées par mailles de ce côté. 50 m convient à une région, 25 m à un regard de près.</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>Belt around the area (km)</source>
        <translation>Bande autour de la zone (km)</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>Closed roads</source>
        <translation>Routes fermées</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>Communes and the EPCI, territoire de vie-santé (tvs) or sector of PDSA (pdsa) that each belongs to, by which figures are given too.</source>
        <translation>Les communes et l’EPCI, le territoire de vie-santé (tvs) ou le secteur de PDSA (pdsa) de chacune, par lesquels les chiffres sont donnés aussi.</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>Contours or chefs-lieux with codes (ADMIN EXPRESS, GeoJSON) or a table with lon and lat. Positions are checked against them, and what has none is placed at the chef-lieu.</source>
        <translation>Contours ou chefs-lieux avec des codes (ADMIN EXPRESS, GeoJSON), ou une table avec lon et lat. Les positions leur sont comparées, et ce qui n’en a pas est placé au chef-lieu.</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>Convention</source>
        <translation>Convention</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>How SMUR teams drive. “car” without lights and siren compares with the figures of DREES; “emergency” drives with them.</source>
        <translation>Comment roulent les SMUR. « car », sans gyrophare ni sirène, se compare aux chiffres de la DREES ; « emergency » roule avec.</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>How correspondent doctors drive: their own car.</source>
        <translation>Comment roulent les médecins correspondants : leur propre voiture.</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>Language of the results</source>
        <translation>Langue des résultats</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>Neither reached nor beyond: farther than 200 m from every road (lakes, glaciers, forests), or roads without a way to a site that is open; with the reason and km².</source>
        <translation>Ni atteint, ni au-delà : à plus de 200 m de toute route (lacs, glaciers, forêts), ou routes sans chemin vers un site ouvert ; avec la raison et les km².</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>Of layer names, maps and notes, whatever QGIS speaks.</source>
        <translation>Des noms de couches, cartes et notes, quelle que soit la langue de QGIS.</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>Or other sites count</source>
        <translation>Ou d’autres lieux comptent</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>Points where care could be placed, with an “id” or a “code”.</source>
        <translation>Points où des soins pourraient être placés, avec un « id » ou un « code ».</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>Points whose times are wanted. For the convention DREES: chefs-lieux with the commune's “code”.</source>
        <translation>Points dont on veut les temps. Pour la convention DREES : chefs-lieux avec le « code » de la commune.</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>Points with the field “population”, made by “Import a population”.</source>
        <translation>Points avec le champ « population », faits par « Importer une population ».</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>Points with the field “role” (SU, SMUR, SMUR_ANTENNE, MCS, CSNP…), made by “Import sites of care”.</source>
        <translation>Points avec le champ « role » (SU, SMUR, SMUR_ANTENNE, MCS, CSNP…), faits par « Importer les lieux de soins ».</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>Polygons outside which features are left out and counted.</source>
        <translation>Polygones hors desquels les entités sont laissées de côté et comptées.</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>Polygons with a “code” (communes, EPCI, départements…), by which figures are given.</source>
        <translation>Polygones avec un « code » (communes, EPCI, départements…), par lesquels les chiffres sont donnés.</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>Profile of MCS</source>
        <translation>Profil des MCS</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>Profile of SMUR teams</source>
        <translation>Profil des SMUR</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>Sites so far outside the area are kept too, foreign ones included: neighbours count.</source>
        <translation>Les lieux jusqu’à cette distance de la zone sont gardés aussi, étrangers compris : les voisins comptent.</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>Size of a cell (m)</source>
        <translation>Côté d’une maille (m)</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>The name of a kind of site of your own, as the list of sites has it: “Maternité” where the list says “vers Maternité” (people drive to it) or “depuis Maternité” (its team drives, as SMUR teams do). It alone counts then.</source>
        <translation>Le nom d’une sorte de lieu à vous, comme dans la liste des lieux : « Maternité » si la liste dit « vers Maternité » (on s’y rend) ou « depuis Maternité » (son équipe se déplace, comme celles des SMUR). Elle seule compte alors.</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>Threshold (minutes)</source>
        <translation>Seuil (minutes)</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>Traffic</source>
        <translation>Circulation</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>What counts as care</source>
        <translation>Soins comptés</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>Winter and summer close the roads that are shut then; in winter snow slows the high ones. “all_year” closes none.</source>
        <translation>L’hiver et l’été ferment les routes alors fermées ; l’hiver, la neige ralentit les plus hautes. « all_year » n’en ferme aucune.</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>“all_open”: every site counts whatever its hours. “day” (Monday to Friday 8–20, Saturday 8–12), “evening” (20–24), “night” (0–8), “weekend” (Saturday 12–20, Sunday 8–20), “worst” (the whole week): the longest time that any moment of it gives, with the sites open then.</source>
        <translation>« all_open » : chaque lieu compte, quels que soient ses horaires. « day » (lundi à vendredi 8 h–20 h, samedi 8 h–12 h), « evening » (20 h–24 h), « night » (0 h–8 h), « weekend » (samedi 12 h–20 h, dimanche 8 h–20 h), « worst » (toute la semaine) : le temps le plus long de tous les moments de la plage, avec les lieux alors ouverts.</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>“emergency”: the nearest SU or SMUR. “su”, “smur”: that one alone. “first_care”: SU, SMUR or correspondent doctor (MCS); the SMUR's own time never changes. Figures of different definitions must not be compared.</source>
        <translation>« emergency » : le SU ou le SMUR le plus proche. « su », « smur » : lui seul. « first_care » : SU, SMUR ou médecin correspondant (MCS) ; le temps du SMUR lui-même ne change jamais. Des chiffres de définitions différentes ne se comparent pas.</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>“fine”: from the places themselves. “drees”: from chef-lieu to chef-lieu, 0 minutes inside a commune that has a site; the places must be one point a commune, with its code.</source>
        <translation>« fine » : depuis les lieux mêmes. « drees » : de chef-lieu à chef-lieu, 0 minute dans une commune équipée ; les lieux doivent être un point par commune, avec son code.</translation>
    </message>
    <message>
        <location filename="../processing/parameters.py"/>
        <source>“peak” slows the roads in town by the profile's factor; “mean” takes, road by road, the mean of off peak and peak.</source>
        <translation>« peak » ralentit les routes en ville du facteur du profil ; « mean » prend, route par route, la moyenne des heures creuses et de pointe.</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>A candidate counts for a place only when it is there at least this much sooner than the care that counts today. Empty: 0, and 10 under the rules for MCS.</source>
        <translation>Un candidat ne compte pour un lieu que s’il y est au moins d’autant plus tôt que les soins qui comptent aujourd’hui. Vide : 0, et 10 selon les règles des MCS.</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>For 1 to the number asked: people gained, share, bound and gap, mean and longest time, and after how many places the curve flattens.</source>
        <translation>De 1 au nombre demandé : habitants gagnés, part, borne et écart, temps moyen et le plus long, et après combien de lieux la courbe s’aplatit.</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>For mclp and lscp. A number for all candidates, or a field or an expression of theirs. Most people find a place then, the nearest first. Empty: each takes all.</source>
        <translation>Pour mclp et lscp. Un nombre pour tous les candidats, ou un champ ou une expression de ceux-ci. Le plus d’habitants trouvent alors une place, les plus proches d’abord. Vide : chacun accueille tout le monde.</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>For mclp, backup and gradual. “always”: a place with a doctor counts day and night. “part_time”: it counts for the part of the week that its doctors are there, by the candidates' fields hours (opening hours), or doctors and weekly_hours; so do the MCS that exist.</source>
        <translation>Pour mclp, backup et gradual. « always » : un lieu avec un médecin compte jour et nuit. « part_time » : il compte pour la part de la semaine où ses médecins sont présents, selon les champs horaires des candidats, ou nb_mcs et heures_semaine ; de même pour les MCS existants.</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>For the proof that no other choice is better. When it runs out, the answer found is given, with what it can be off by.</source>
        <translation>Pour prouver qu’aucun autre choix n’est meilleur. Quand il est écoulé, la réponse trouvée est donnée, avec ce dont elle peut s’écarter.</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>For “gradual”: a person counts fully up to the threshold less this, not at all from the threshold plus this, in proportion between.</source>
        <translation>Pour « gradual » : un habitant compte entièrement jusqu’au seuil moins cette valeur, pas du tout à partir du seuil plus cette valeur, en proportion entre les deux.</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>Forbidden candidates</source>
        <translation>Candidats exclus</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>How many places to suggest at most.</source>
        <translation>Combien de lieux proposer au plus.</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>Ids of candidates, separated by commas.</source>
        <translation>Identifiants de candidats, séparés par des virgules.</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>Least gain (minutes)</source>
        <translation>Gain minimal (minutes)</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>Model</source>
        <translation>Modèle</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>Not covered yet, by</source>
        <translation>Non encore couvert d’après</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>Of a doctor whose hours are not given, for “part_time”.</source>
        <translation>D’un médecin dont les horaires ne sont pas donnés, pour « part_time ».</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>Other sites alone count here (OTHER_CARE), so that “{baseline}” (BASELINE) would not be followed: leave one of the two as it is.</source>
        <translation>D’autres lieux comptent seuls ici (OTHER_CARE) : « {baseline} » (BASELINE) ne serait pas suivi. Laissez l’un des deux en l’état.</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>Part of the week of a doctor</source>
        <translation>Part de la semaine d’un médecin</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>People that a place takes at most</source>
        <translation>Habitants qu’un lieu accueille au plus</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>Places to be gained</source>
        <translation>Lieux à gagner</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>Polygons with a “code”, for the rules for MCS; or the column of sectors in the table of codes (CODES).</source>
        <translation>Polygones avec un « code », pour les règles des MCS ; ou bien la colonne des secteurs dans la table des codes (CODES).</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>Question: {model}; places: {number}; care that counts today: {baseline}; least gain: {min_gain:g} min; rules for candidates: {rules}; weight: {weight}; doctors are there: {presence}.</source>
        <translation>Question : {model} ; nombre de lieux : {number} ; soins qui comptent aujourd’hui : {baseline} ; gain minimal : {min_gain:g} min ; règles des candidats : {rules} ; poids : {weight} ; présence des médecins : {presence}.</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>Required candidates</source>
        <translation>Candidats imposés</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>Rules for candidates</source>
        <translation>Règles des candidats</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>Sectors of PDSA</source>
        <translation>Secteurs de PDSA</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>Share of people to reach (%)</source>
        <translation>Part d’habitants à atteindre (%)</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>Spread of gradual cover (minutes)</source>
        <translation>Étendue de la couverture graduelle (minutes)</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>The chosen candidates with rank, gain, cumulative gain and share, the people and communes that each gains, and why in a sentence.</source>
        <translation>Les candidats choisis avec rang, gain, gain cumulé et part, les habitants et communes que chacun gagne, et pourquoi en une phrase.</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>The fewest places that reach this share of the people to be gained (or all who can be reached, where these are fewer), instead of a number of places. For mclp, backup and gradual. Above 0, up to 100.</source>
        <translation>Le moins de lieux qui atteignent cette part des habitants à gagner (ou tous ceux qui peuvent l’être, s’ils sont moins), au lieu d’un nombre de lieux. Pour mclp, backup et gradual. Plus de 0, 100 au plus.</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>The field of the population that is to be gained.</source>
        <translation>Le champ de la population qu’il s’agit de gagner.</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>The places that the model works on, with their time before and after, and who covers them.</source>
        <translation>Les lieux sur lesquels le modèle travaille, avec leur temps avant et après, et qui les couvre.</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>The rules for MCS take the SMUR alone as care today: “{asked}” is not followed.</source>
        <translation>Les règles des MCS ne comptent que le SMUR comme soins d’aujourd’hui : « {asked} » n’est pas suivi.</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>They are chosen in any case, and count among the number.</source>
        <translation>Ils sont choisis dans tous les cas, et comptent dans le nombre.</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>They are never chosen.</source>
        <translation>Ils ne sont jamais choisis.</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>Time limit (seconds)</source>
        <translation>Temps maximal de calcul (secondes)</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>Weight</source>
        <translation>Poids</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>When doctors are there</source>
        <translation>Présence des médecins</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>the fewest</source>
        <translation>le moins possible</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>the fewest for {share:g} % of the people</source>
        <translation>le moins possible pour {share:g} % des habitants</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>“csnp”: the nearest SU or CSNP, to which patients drive.</source>
        <translation>« csnp » : le SU ou CSNP le plus proche, où les patients se rendent.</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>“emergency”: the nearest SU or SMUR. “smur”: the nearest SMUR alone, the rule for MCS.</source>
        <translation>« emergency » : le SU ou SMUR le plus proche. « smur » : le SMUR seul, la règle des MCS.</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>“mclp”: most people within the threshold. “lscp”: the fewest places that reach all who can be reached, whatever the number asked for. “pmedian”: the shortest mean time. “pcenter”: the shortest longest time. “backup”: a second doctor within the threshold counts as much as the first. “gradual”: the nearer, the more a person counts.</source>
        <translation>« mclp » : le plus d’habitants dans le seuil. « lscp » : le moins de lieux qui atteignent tous ceux qui peuvent l’être, quel que soit le nombre demandé. « pmedian » : le temps moyen le plus court. « pcenter » : le plus long des temps, rendu le plus court possible. « backup » : un second médecin dans le seuil compte autant que le premier. « gradual » : plus un habitant est proche, plus il compte.</translation>
    </message>
    <message>
        <location filename="../processing/placement_question.py"/>
        <source>“mcs”: those of correspondent doctors: a GP is there (field gps or nb_generalistes, or role MSP or CDS), the sector of PDSA has a commune over the threshold from a SMUR, the SMUR alone counts as care today, and 10 minutes at least are gained. “none”: every candidate may be chosen.</source>
        <translation>« mcs » : celles des médecins correspondants : un généraliste y exerce (champ gps ou nb_generalistes, ou rôle MSP ou CDS), le secteur de PDSA a une commune au-delà du seuil d’un SMUR, seul le SMUR compte comme soins d’aujourd’hui, et 10 minutes au moins sont gagnées. « none » : tout candidat peut être choisi.</translation>
    </message>
    <message>
        <location filename="../processing/provider.py"/>
        <source>Accès 30: access to emergency care</source>
        <translation>Accès 30 : l’accès aux soins urgents</translation>
    </message>
    <message>
        <location filename="../processing/second_run.py"/>
        <source>The folder {folder} held a study whose project you have changed ({projects}): it was kept, with its own results, in {copy}.</source>
        <translation>Le dossier {folder} contenait une étude dont vous avez modifié le projet ({projects}) : elle a été gardée, avec ses résultats, dans {copy}.</translation>
    </message>
    <message>
        <location filename="../processing/second_run.py"/>
        <source>The project that is open shows the study as it was: it now belongs to {copy}.</source>
        <translation>Le projet ouvert montre l’étude telle qu’elle était : il fait désormais partie de {copy}.</translation>
    </message>
    <message>
        <location filename="../processing/signature.py"/>
        <source>A picture of yours (SVG, PNG, JPEG). The plugin ships none.</source>
        <translation>Une image à vous (SVG, PNG, JPEG). L’extension n’en fournit aucune.</translation>
    </message>
    <message>
        <location filename="../processing/signature.py"/>
        <source>Sources, in your words</source>
        <translation>Sources, dans vos termes</translation>
    </message>
    <message>
        <location filename="../processing/signature.py"/>
        <source>The sources (SOURCES) name a doctor, which nothing that is published may do. Say them otherwise.</source>
        <translation>Les sources (SOURCES) nomment un médecin, ce qu’aucune publication ne doit faire. Dites-les autrement.</translation>
    </message>
    <message>
        <location filename="../processing/signature.py"/>
        <source>What all figures say the data is, such as “Roads: OpenStreetMap, 2026; SAE 2024, DREES; Filosofi 2021, INSEE”. Empty: what the study knows of each file.</source>
        <translation>Ce que toutes les figures disent des données, par exemple « Routes : OpenStreetMap, 2026 ; SAE 2024, DREES ; Filosofi 2021, INSEE ». Vide : ce que l’étude sait de chaque fichier.</translation>
    </message>
    <message>
        <location filename="../processing/signature.py"/>
        <source>Who stands behind the figure, for the line of sources: “ARS …”.</source>
        <translation>Qui répond de la figure, pour la ligne des sources : « ARS … ».</translation>
    </message>
    <message>
        <location filename="../processing/study_options.py"/>
        <source>A layer of areas or lines for the maps, such as BD TOPO's plan_d_eau or cours_d_eau. Empty: those of the network, where it was built from OpenStreetMap.</source>
        <translation>Une couche de surfaces ou de lignes pour les cartes, par exemple plan_d_eau ou cours_d_eau de la BD TOPO. Vide : ceux du réseau, s’il vient d’OpenStreetMap.</translation>
    </message>
    <message>
        <location filename="../processing/study_options.py"/>
        <source>A raster of heights, whose shade the maps show. Empty: that of the network, where it still lies there.</source>
        <translation>Un raster d’altitudes, dont les cartes montrent l’ombre. Vide : celui du réseau, s’il se trouve encore à sa place.</translation>
    </message>
    <message>
        <location filename="../processing/study_options.py"/>
        <source>Elevation model for the relief</source>
        <translation>Modèle d’altitudes pour le relief</translation>
    </message>
    <message>
        <location filename="../processing/study_options.py"/>
        <source>Figures</source>
        <translation>Figures</translation>
    </message>
    <message>
        <location filename="../processing/study_options.py"/>
        <source>Lakes and rivers</source>
        <translation>Lacs et rivières</translation>
    </message>
    <message>
        <location filename="../processing/study_options.py"/>
        <source>Open the project of the study at the end</source>
        <translation>Ouvrir le projet de l’étude à la fin</translation>
    </message>
    <message>
        <location filename="../processing/study_options.py"/>
        <source>Where the sites are no state of today but what is tried: every title and page says so. With candidate places: that all of them were put by hand.</source>
        <translation>Quand les lieux ne sont pas ceux d’aujourd’hui mais un essai : chaque titre et chaque page le dit. Avec des lieux candidats : qu’ils ont tous été placés à la main.</translation>
    </message>
    <message>
        <location filename="../processing/study_options.py"/>
        <source>Where the study was started from its dialog; the project that is open is asked for before it is left.</source>
        <translation>Quand l’étude est lancée depuis son dialogue ; avant de quitter un projet modifié, la question est posée.</translation>
    </message>
    <message>
        <location filename="../processing/study_options.py"/>
        <source>“all” that the study gives; the “map” alone, sooner; or “none”: “Draw figures for the press” draws them later.</source>
        <translation>« all » : toutes celles que donne l’étude ; « map » : la carte seule, plus vite ; « none » : aucune, « Dessiner des figures pour la presse » les dessine plus tard.</translation>
    </message>
    <message>
        <location filename="../resources/profiles/car.toml"/>
        <source>car</source>
        <translation>voiture</translation>
    </message>
    <message>
        <location filename="../resources/profiles/emergency.toml"/>
        <source>lights and siren</source>
        <translation>gyrophare et sirène</translation>
    </message>
    <message>
        <location filename="../resources/profiles/mcs.toml"/>
        <source>own car of the doctor</source>
        <translation>voiture personnelle du médecin</translation>
    </message>
    <message>
        <location filename="../resources/styles/apl.qml"/>
        <source>1.5 to 2.5</source>
        <translation>De 1,5 à 2,5</translation>
    </message>
    <message>
        <location filename="../resources/styles/apl.qml"/>
        <source>2.5 to 4</source>
        <translation>De 2,5 à 4</translation>
    </message>
    <message>
        <location filename="../resources/styles/apl.qml"/>
        <source>4 and more</source>
        <translation>4 et plus</translation>
    </message>
    <message>
        <location filename="../resources/styles/apl.qml"/>
        <source>Less than 1.5 consultations a year</source>
        <translation>Moins de 1,5 consultation par an</translation>
    </message>
    <message>
        <location filename="../resources/styles/apl.qml"/>
        <source>No value</source>
        <translation>Pas de valeur</translation>
    </message>
    <message>
        <location filename="../resources/styles/borders.qml"/>
        <source>Border of a country</source>
        <translation>Frontière</translation>
    </message>
    <message>
        <location filename="../resources/styles/borders.qml"/>
        <source>Border of a département</source>
        <translation>Limite de département</translation>
    </message>
    <message>
        <location filename="../resources/styles/borders.qml"/>
        <source>Coast</source>
        <translation>Côte</translation>
    </message>
    <message>
        <location filename="../resources/styles/borders.qml"/>
        <source>Study area</source>
        <translation>Zone d’étude</translation>
    </message>
    <message>
        <location filename="../resources/styles/changes.qml"/>
        <source>As before, beyond {threshold} minutes</source>
        <translation>Inchangé, à plus de {threshold} minutes</translation>
    </message>
    <message>
        <location filename="../resources/styles/changes.qml"/>
        <source>As before, within {threshold} minutes</source>
        <translation>Inchangé, à {threshold} minutes au plus</translation>
    </message>
    <message>
        <location filename="../resources/styles/changes.qml"/>
        <source>Gained: now within {threshold} minutes</source>
        <translation>Gagné : désormais à {threshold} minutes au plus</translation>
    </message>
    <message>
        <location filename="../resources/styles/changes.qml"/>
        <source>Later, on the same side of the threshold</source>
        <translation>Plus tard, du même côté du seuil</translation>
    </message>
    <message>
        <location filename="../resources/styles/changes.qml"/>
        <source>Lost: now beyond {threshold} minutes</source>
        <translation>Perdu : désormais à plus de {threshold} minutes</translation>
    </message>
    <message>
        <location filename="../resources/styles/changes.qml"/>
        <source>No time in either</source>
        <translation>Sans temps avant ni après</translation>
    </message>
    <message>
        <location filename="../resources/styles/changes.qml"/>
        <source>Sooner, on the same side of the threshold</source>
        <translation>Plus tôt, du même côté du seuil</translation>
    </message>
    <message>
        <location filename="../resources/styles/chosen.qml"/>
        <source>Suggested place (rank)</source>
        <translation>Lieu proposé (rang)</translation>
    </message>
    <message>
        <location filename="../resources/styles/circles.qml"/>
        <source>Nobody beyond</source>
        <translation>Personne au-delà</translation>
    </message>
    <message>
        <location filename="../resources/styles/circles.qml"/>
        <source>Nobody lives there, or not computed</source>
        <translation>Sans habitant, ou non calculé</translation>
    </message>
    <message>
        <location filename="../resources/styles/circles.qml"/>
        <source>Not published (statistical secrecy)</source>
        <translation>Non publié (secret statistique)</translation>
    </message>
    <message>
        <location filename="../resources/styles/circles.qml"/>
        <source>People beyond {threshold} min (area of the circle)</source>
        <translation>Habitants à plus de {threshold} min (surface du cercle)</translation>
    </message>
    <message>
        <location filename="../resources/styles/counts.qml"/>
        <source>Territories</source>
        <translation>Territoires</translation>
    </message>
    <message>
        <location filename="../resources/styles/demand.qml"/>
        <source>Gained by a suggested place</source>
        <translation>Gagné par un lieu proposé</translation>
    </message>
    <message>
        <location filename="../resources/styles/demand.qml"/>
        <source>Not gained</source>
        <translation>Non gagné</translation>
    </message>
    <message>
        <location filename="../resources/styles/demand.qml"/>
        <source>Out of reach of every candidate</source>
        <translation>Hors d’atteinte de tout candidat</translation>
    </message>
    <message>
        <location filename="../resources/styles/demand.qml"/>
        <source>Within the threshold already</source>
        <translation>Déjà dans le seuil</translation>
    </message>
    <message>
        <location filename="../resources/styles/departements.qml"/>
        <source>Départements</source>
        <translation>Départements</translation>
    </message>
    <message>
        <location filename="../resources/styles/gaps.qml"/>
        <source>More than {threshold} min</source>
        <translation>À plus de {threshold} min</translation>
    </message>
    <message>
        <location filename="../resources/styles/lacking.qml"/>
        <source>10 to 50 %</source>
        <translation>De 10 à 50 %</translation>
    </message>
    <message>
        <location filename="../resources/styles/lacking.qml"/>
        <source>More than 50 %</source>
        <translation>Plus de 50 %</translation>
    </message>
    <message>
        <location filename="../resources/styles/lacking.qml"/>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <location filename="../resources/styles/lacking.qml"/>
        <source>Up to 10 %</source>
        <translation>Jusqu’à 10 %</translation>
    </message>
    <message>
        <location filename="../resources/styles/network.qml"/>
        <source>Closed to this profile, or cut off</source>
        <translation>Fermée à ce profil, ou coupée du reste</translation>
    </message>
    <message>
        <location filename="../resources/styles/network.qml"/>
        <source>Motorway, trunk road</source>
        <translation>Autoroute, voie rapide</translation>
    </message>
    <message>
        <location filename="../resources/styles/network.qml"/>
        <source>Other roads</source>
        <translation>Autres routes</translation>
    </message>
    <message>
        <location filename="../resources/styles/network.qml"/>
        <source>Primary road</source>
        <translation>Route principale</translation>
    </message>
    <message>
        <location filename="../resources/styles/network.qml"/>
        <source>Secondary road</source>
        <translation>Route secondaire</translation>
    </message>
    <message>
        <location filename="../resources/styles/not_computed.qml"/>
        <source>No official time</source>
        <translation>Sans temps officiel</translation>
    </message>
    <message>
        <location filename="../resources/styles/not_computed.qml"/>
        <source>No road within 200 m</source>
        <translation>Aucune route à moins de 200 m</translation>
    </message>
    <message>
        <location filename="../resources/styles/not_computed.qml"/>
        <source>Not computed: no way to an open site</source>
        <translation>Non calculé : aucun chemin vers un site ouvert</translation>
    </message>
    <message>
        <location filename="../resources/styles/people.qml"/>
        <source>1,000 inhabitants and more</source>
        <translation>1 000 habitants et plus</translation>
    </message>
    <message>
        <location filename="../resources/styles/people.qml"/>
        <source>10 to 99 inhabitants</source>
        <translation>De 10 à 99 habitants</translation>
    </message>
    <message>
        <location filename="../resources/styles/people.qml"/>
        <source>100 to 999 inhabitants</source>
        <translation>De 100 à 999 habitants</translation>
    </message>
    <message>
        <location filename="../resources/styles/people.qml"/>
        <source>Fewer than 10 inhabitants</source>
        <translation>Moins de 10 habitants</translation>
    </message>
    <message>
        <location filename="../resources/styles/people.qml"/>
        <source>No inhabitant</source>
        <translation>Aucun habitant</translation>
    </message>
    <message>
        <location filename="../resources/styles/places.qml"/>
        <source>MCS only within {threshold} min</source>
        <translation>MCS seul à {threshold} min au plus</translation>
    </message>
    <message>
        <location filename="../resources/styles/places.qml"/>
        <source>Not computed</source>
        <translation>Non calculé</translation>
    </message>
    <message>
        <location filename="../resources/styles/places.qml"/>
        <source>SMUR only within {threshold} min</source>
        <translation>SMUR seul à {threshold} min au plus</translation>
    </message>
    <message>
        <location filename="../resources/styles/places.qml"/>
        <source>SU and SMUR within {threshold} min</source>
        <translation>SU et SMUR à {threshold} min au plus</translation>
    </message>
    <message>
        <location filename="../resources/styles/places.qml"/>
        <source>SU only within {threshold} min</source>
        <translation>SU seul à {threshold} min au plus</translation>
    </message>
    <message>
        <location filename="../resources/styles/places.qml"/>
        <source>Uncertain: the roads end nearer than care</source>
        <translation>Incertain : le réseau s’arrête plus près que les soins</translation>
    </message>
    <message>
        <location filename="../resources/styles/places.qml"/>
        <source>Within {threshold} min</source>
        <translation>À {threshold} min au plus</translation>
    </message>
    <message>
        <location filename="../resources/styles/resorts.qml"/>
        <source>Candidate, not chosen</source>
        <translation>Candidate, pas choisie</translation>
    </message>
    <message>
        <location filename="../resources/styles/resorts.qml"/>
        <source>Chosen</source>
        <translation>Choisie</translation>
    </message>
    <message>
        <location filename="../resources/styles/resorts.qml"/>
        <source>No candidate</source>
        <translation>Pas candidate</translation>
    </message>
    <message>
        <location filename="../resources/styles/road_times.qml"/>
        <source>Beyond {threshold} min</source>
        <translation>À plus de {threshold} min</translation>
    </message>
    <message>
        <location filename="../resources/styles/road_times.qml"/>
        <source>No time</source>
        <translation>Sans temps</translation>
    </message>
    <message>
        <location filename="../resources/styles/road_times.qml"/>
        <source>Up to half of {threshold} min</source>
        <translation>Jusqu’à la moitié de {threshold} min</translation>
    </message>
    <message>
        <location filename="../resources/styles/road_times.qml"/>
        <source>Up to {threshold} min</source>
        <translation>Jusqu’à {threshold} min</translation>
    </message>
    <message>
        <location filename="../resources/styles/route.qml"/>
        <source>30 to 50 km/h</source>
        <translation>De 30 à 50 km/h</translation>
    </message>
    <message>
        <location filename="../resources/styles/route.qml"/>
        <source>50 to 70 km/h</source>
        <translation>De 50 à 70 km/h</translation>
    </message>
    <message>
        <location filename="../resources/styles/route.qml"/>
        <source>70 to 90 km/h</source>
        <translation>De 70 à 90 km/h</translation>
    </message>
    <message>
        <location filename="../resources/styles/route.qml"/>
        <source>90 km/h and more</source>
        <translation>90 km/h et plus</translation>
    </message>
    <message>
        <location filename="../resources/styles/route.qml"/>
        <source>Under 30 km/h</source>
        <translation>Moins de 30 km/h</translation>
    </message>
    <message>
        <location filename="../resources/styles/sites.qml"/>
        <source>Antenna of emergency medicine (AMU)</source>
        <translation>Antenne de médecine d’urgence (AMU)</translation>
    </message>
    <message>
        <location filename="../resources/styles/sites.qml"/>
        <source>Correspondent doctor (MCS)</source>
        <translation>Médecin correspondant (MCS)</translation>
    </message>
    <message>
        <location filename="../resources/styles/sites.qml"/>
        <source>Emergency department (SU)</source>
        <translation>Service d’urgences (SU)</translation>
    </message>
    <message>
        <location filename="../resources/styles/sites.qml"/>
        <source>Emergency department for children</source>
        <translation>Service d’urgences pédiatriques</translation>
    </message>
    <message>
        <location filename="../resources/styles/sites.qml"/>
        <source>Health centre (CDS)</source>
        <translation>Centre de santé (CDS)</translation>
    </message>
    <message>
        <location filename="../resources/styles/sites.qml"/>
        <source>Health house (MSP)</source>
        <translation>Maison de santé (MSP)</translation>
    </message>
    <message>
        <location filename="../resources/styles/sites.qml"/>
        <source>Helicopter</source>
        <translation>Hélicoptère</translation>
    </message>
    <message>
        <location filename="../resources/styles/sites.qml"/>
        <source>Mobile team (SMUR)</source>
        <translation>SMUR</translation>
    </message>
    <message>
        <location filename="../resources/styles/sites.qml"/>
        <source>Mountain practice</source>
        <translation>Cabinet de montagne</translation>
    </message>
    <message>
        <location filename="../resources/styles/sites.qml"/>
        <source>Non-scheduled care (CSNP)</source>
        <translation>Soins non programmés (CSNP)</translation>
    </message>
    <message>
        <location filename="../resources/styles/sites.qml"/>
        <source>Not counted here</source>
        <translation>Non compté ici</translation>
    </message>
    <message>
        <location filename="../resources/styles/sites.qml"/>
        <source>Other site</source>
        <translation>Autre lieu</translation>
    </message>
    <message>
        <location filename="../resources/styles/sites.qml"/>
        <source>Out-of-hours practice (MMG)</source>
        <translation>Maison médicale de garde (MMG)</translation>
    </message>
    <message>
        <location filename="../resources/styles/sites.qml"/>
        <source>SAMU, dispatch centre</source>
        <translation>SAMU – Centre 15</translation>
    </message>
    <message>
        <location filename="../resources/styles/sites.qml"/>
        <source>SMUR antenna</source>
        <translation>Antenne de SMUR</translation>
    </message>
    <message>
        <location filename="../resources/styles/territories.qml"/>
        <source>Boundaries</source>
        <translation>Limites des territoires</translation>
    </message>
    <message>
        <location filename="../resources/styles/threshold.qml"/>
        <source>Limit: {threshold} min</source>
        <translation>Limite : {threshold} min</translation>
    </message>
    <message>
        <location filename="../resources/styles/zoning.qml"/>
        <source>No class</source>
        <translation>Sans classe</translation>
    </message>
    <message>
        <location filename="../resources/styles/zoning.qml"/>
        <source>Outside the zoning</source>
        <translation>Hors zonage</translation>
    </message>
    <message>
        <location filename="../resources/styles/zoning.qml"/>
        <source>ZAC: complementary action</source>
        <translation>ZAC : action complémentaire</translation>
    </message>
    <message>
        <location filename="../resources/styles/zoning.qml"/>
        <source>ZIP: priority intervention</source>
        <translation>ZIP : intervention prioritaire</translation>
    </message>
    <message>
        <location filename="../resources/styles/zoning.qml"/>
        <source>ZV: vigilance</source>
        <translation>ZV : vigilance</translation>
    </message>
    <message>
        <location filename="../warming.py"/>
        <source>Accès 30: getting ready</source>
        <translation>Accès 30 : préparation</translation>
    </message>
</context>
</TS>
