"""The list of a choice in dialogs, batch tables and the modeller: it shows words, and keeps the static strings."""

from __future__ import annotations

from qgis.gui import QgsAbstractProcessingParameterWidgetWrapper, QgsCheckableComboBox, QgsGui, QgsProcessingGui
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox

from ..engine.words import word


class ChoiceWidget(QgsAbstractProcessingParameterWidgetWrapper):
    """Named in the metadata of a parameter (``widget_wrapper``); QGIS makes one for each box.

    The modeller gets QGIS's own widget, which can also take an input of the model or an output of another step, with the same words in its list.
    """

    def __new__(cls, parameter, dialog=None, row: int = 0, col: int = 0):
        if type(dialog).__name__ == "ModelerParametersDialog":
            return _in_modeller(parameter, dialog)
        return super().__new__(cls)

    def __init__(self, parameter, dialog=None, row: int = 0, col: int = 0) -> None:
        kinds = QgsProcessingGui.WidgetType
        super().__init__(parameter, kinds.Batch if type(dialog).__name__ == "BatchAlgorithmDialog" else kinds.Standard)

    def createWidget(self) -> QComboBox:
        definition = self.parameterDefinition()
        box = QgsCheckableComboBox() if definition.allowMultiple() else QComboBox()
        for value in definition.options():
            if definition.allowMultiple():
                box.addItemWithCheckState(word(definition.name(), value), Qt.CheckState.Unchecked, value)
            else:
                box.addItem(word(definition.name(), value), value)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        changed = box.checkedItemsChanged if definition.allowMultiple() else box.currentIndexChanged
        changed.connect(lambda *_: self.widgetValueHasChanged.emit(self))
        return box

    # The box is asked for anew each time: Python's own handle of it ends when QGIS takes it over.

    def setWidgetValue(self, value, context) -> None:
        box = self.wrappedWidget()
        if self.parameterDefinition().allowMultiple():
            chosen = value.split(",") if isinstance(value, str) else list(value or [])
            for place in range(box.count()):
                box.setItemData(place, Qt.CheckState.Checked if box.itemData(place) in chosen else Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
        else:
            box.setCurrentIndex(max(0, box.findData(value[0] if isinstance(value, (list, tuple)) and value else value)))

    def widgetValue(self):
        box = self.wrappedWidget()
        if self.parameterDefinition().allowMultiple():
            ticked = [place for place in range(box.count()) if box.itemData(place, Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked]
            return [box.itemData(place) for place in ticked]
        return box.currentData()


def _in_modeller(parameter, dialog):
    """Return the modeller's own widget, its list in words."""
    widget = QgsGui.processingGuiRegistry().createModelerParameterWidget(dialog.model, dialog.childId, parameter, dialog.context)
    widget.setDialog(dialog)
    for box in widget.findChildren(QComboBox):
        if [box.itemData(place) for place in range(box.count())] == parameter.options():
            for place, value in enumerate(parameter.options()):
                box.setItemText(place, word(parameter.name(), value))
    return widget
