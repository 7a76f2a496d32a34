"""What a person changes on a visible layer of a study, its pages show too."""

import kit
import pytest


@pytest.fixture
def opened(tmp_path, qgis_app):
    """The project of a study of two départements, open in the window's place, with its layouts."""
    from qgis.core import QgsProject

    from access_plugin.cartography.render import Press, render_study
    from access_plugin.gui.shared_styles import SharedStyles

    folder = kit.write(tmp_path / "s", kit.study())
    render_study(folder, ("map", "atlas"), Press(fonts=("Open Sans",)))
    project = QgsProject.instance()
    styles = SharedStyles()
    assert project.read(str(folder / "study.qgz"))
    yield project
    styles.close()
    project.clear()


def colours(layer):
    return [rule.symbol().color().name() for rule in layer.renderer().rootRule().children()]


def layers_of(page):
    from qgis.core import QgsLayoutItemMap

    return {
        layer.customProperty("access30/style_of"): layer
        for item in page.items()
        if isinstance(item, QgsLayoutItemMap)
        for layer in item.layers()
    }


def test_a_colour_that_is_changed_on_the_map_is_on_every_page(opened, qgis_app):
    from qgis.PyQt.QtGui import QColor

    shown = next(
        layer for layer in opened.mapLayers().values() if layer.customProperty("access30/layer") == "isochrones"
    )
    pages = {page.name(): layers_of(page)["isochrones"] for page in opened.layoutManager().printLayouts()}
    assert set(pages) == {"carte", "atlas-15", "atlas-43"}
    assert len({layer.id() for layer in pages.values()} - {shown.id()}) == 3  # layers of their own
    before = colours(shown)
    renderer = shown.renderer().clone()
    for rule in renderer.rootRule().children():
        rule.symbol().setColor(QColor("#123456"))
    shown.setRenderer(renderer)
    shown.emitStyleChanged()
    qgis_app.processEvents()
    assert set(before) != {"#123456"}
    for name, layer in pages.items():
        assert set(colours(layer)) == {"#123456"}, name


def test_signs_of_sites_are_shared_and_still_keep_off_the_frame(opened, qgis_app):
    from access_plugin.gui.shared_styles import share_style

    public = next(layer for layer in opened.mapLayers().values() if layer.name() and "public_sites" in layer.source())
    filters = [rule.filterExpression() for rule in public.renderer().rootRule().children()]
    assert filters and all("@map_extent" in text for text in filters)
    shown = next(layer for layer in opened.mapLayers().values() if layer.customProperty("access30/layer") == "sites")
    assert not any("@map_extent" in rule.filterExpression() for rule in shown.renderer().rootRule().children())
    for rule in shown.renderer().rootRule().children():
        rule.symbol().setSize(9.0)
    share_style("sites")
    rules = public.renderer().rootRule().children()
    assert [rule.filterExpression() for rule in rules] == filters and {rule.symbol().size() for rule in rules} == {9.0}


def test_any_renderer_of_ones_own_is_shared(opened, qgis_app):
    from qgis.core import QgsRuleBasedRenderer, QgsSingleSymbolRenderer

    from access_plugin.gui.shared_styles import share_style

    shown = next(layer for layer in opened.mapLayers().values() if layer.customProperty("access30/layer") == "sites")
    public = next(layer for layer in opened.mapLayers().values() if "public_sites" in layer.source())
    symbol = shown.renderer().rootRule().children()[0].symbol().clone()
    shown.setRenderer(QgsSingleSymbolRenderer(symbol.clone()))
    share_style("sites")
    (rule,) = public.renderer().rootRule().children()
    assert "@map_extent" in rule.filterExpression()
    rules = QgsRuleBasedRenderer.Rule(None)
    rules.appendChild(QgsRuleBasedRenderer.Rule(symbol.clone(), filterExp="\"role\" = 'SU'"))
    rules.appendChild(QgsRuleBasedRenderer.Rule(symbol.clone(), elseRule=True))
    shown.setRenderer(QgsRuleBasedRenderer(rules))
    share_style("sites")
    first, other = public.renderer().rootRule().children()
    assert "@map_extent" in first.filterExpression() and other.isElse()


def test_a_watched_layer_may_be_removed_before_the_plugin_is_switched_off(opened, qgis_app):
    from access_plugin.gui.shared_styles import SharedStyles

    styles = SharedStyles()
    opened.removeMapLayer(next(name for name, layer in opened.mapLayers().items() if "isochrones" in layer.source()))
    styles.close()


def test_a_project_of_something_else_is_left_alone(tmp_path, qgis_app):
    from qgis.core import QgsProject, QgsVectorLayer

    from access_plugin.gui.shared_styles import SharedStyles

    styles = SharedStyles()
    project = QgsProject.instance()
    layers = [QgsVectorLayer("Point?crs=epsg:2154", name, "memory") for name in ("one", "two")]
    project.addMapLayers(layers)
    layers[0].renderer().symbol().setSize(7.0)
    layers[0].emitStyleChanged()
    qgis_app.processEvents()
    assert layers[1].renderer().symbol().size() != 7.0
    styles.close()
    project.clear()
