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
        self._box: QComboBox | None = None

    def createWidget(self) -> QComboBox:
        definition = self.parameterDefinition()
        self._box = QgsCheckableComboBox() if definition.allowMultiple() else QComboBox()
        for value in definition.options():
            if definition.allowMultiple():
                self._box.addItemWithCheckState(word(definition.name(), value), Qt.CheckState.Unchecked, value)
            else:
                self._box.addItem(word(definition.name(), value), value)
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        changed = self._box.checkedItemsChanged if definition.allowMultiple() else self._box.currentIndexChanged
        changed.connect(lambda *_: self.widgetValueHasChanged.emit(self))
        return self._box

    def setWidgetValue(self, value, context) -> None:
        if self.parameterDefinition().allowMultiple():
            chosen = value.split(",") if isinstance(value, str) else list(value or [])
            for place in range(self._box.count()):
                self._box.setItemCheckState(place, Qt.CheckState.Checked if self._box.itemData(place) in chosen else Qt.CheckState.Unchecked)
        else:
            self._box.setCurrentIndex(max(0, self._box.findData(value[0] if isinstance(value, (list, tuple)) and value else value)))

    def widgetValue(self):
        return list(self._box.checkedItemsData()) if self.parameterDefinition().allowMultiple() else self._box.currentData()


def _in_modeller(parameter, dialog):
    """Return the modeller's own widget, its list in words."""
    widget = QgsGui.processingGuiRegistry().createModelerParameterWidget(dialog.model, dialog.childId, parameter, dialog.context)
    widget.setDialog(dialog)
    for box in widget.findChildren(QComboBox):
        if [box.itemData(place) for place in range(box.count())] == parameter.options():
            for place, value in enumerate(parameter.options()):
                box.setItemText(place, word(parameter.name(), value))
    return widget
