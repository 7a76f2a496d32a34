"""A model of three of the plugin's algorithms: built, kept in a file, and run by qgis_process as a user's own."""

from paths import ROADS
from qgis.core import (
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
)
from qgis_run import only, qgis_process, run

Source = QgsProcessingModelChildParameterSource


def step(model, name, given=None, **values):
    """Add a step; values that are no sources stand as they are. `given`: the name of what the model gives of it."""
    child = QgsProcessingModelChildAlgorithm(f"access:{name}")
    child.setChildId(name)
    child.setDescription(name)
    for key, value in values.items():
        child.addParameterSources(key, [value if isinstance(value, Source) else Source.fromStaticValue(value)])
    if given:
        output = QgsProcessingModelOutput(given, given)
        output.setChildId(name)
        output.setChildOutputName("OUTPUT")
        child.setModelOutputs({given: output})
    model.addChildAlgorithm(child)


def test_roads_to_printed_areas(provider, inputs, tmp_path):
    model = QgsProcessingModelAlgorithm("De la route à la page", "essais")
    for definition in (
        QgsProcessingParameterFile("routes", "Routes"),
        QgsProcessingParameterFeatureSource("lieux", "Lieux", [QgsProcessing.SourceType.TypeVectorPoint]),
        QgsProcessingParameterNumber("seuil", "Seuil", defaultValue=15),
    ):
        model.addModelParameter(definition, QgsProcessingModelParameter(definition.name()))
    step(model, "buildnetwork", ROADS=Source.fromModelParameter("routes"))
    step(
        model,
        "isochrones",
        NETWORK=Source.fromChildOutput("buildnetwork", "NETWORK"),
        SITES=Source.fromModelParameter("lieux"),
        BANDS="5;10;15",
        THRESHOLD=Source.fromModelParameter("seuil"),
        SEASON="winter",
    )
    step(model, "smoothareas", given="surfaces", INPUT=Source.fromChildOutput("isochrones", "OUTPUT"))
    model.updateDestinationParameters()
    valid, issues = model.validate()
    assert valid, issues
    assert model.toFile(str(tmp_path / "essai.model3"))

    outcome = qgis_process(
        "run", str(tmp_path / "essai.model3"), "--",
        f"routes={ROADS}", f"lieux={inputs.sites}", f"surfaces={tmp_path / 'surfaces.gpkg'}",
    )  # fmt: skip
    assert outcome.code == 0, outcome.text
    areas = only(tmp_path / "surfaces.gpkg")
    assert areas[["from_min", "to_min"]].to_numpy().tolist() == [[0, 5], [5, 10], [10, 15]]
    plain = tmp_path / "plain.gpkg"
    asked = {"NETWORK": inputs.network, "SITES": inputs.sites, "BANDS": "5;10;15", "SEASON": "winter"}
    assert run("isochrones", **asked, OUTPUT=plain).code == 0
    assert abs(areas.area.sum() / only(plain).area.sum() - 1) < 0.02  # the same areas, smoothed
