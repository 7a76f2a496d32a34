"""The list of a choice in dialogs, batch tables and the modeller: it shows words, and keeps the static strings."""

from __future__ import annotations

from processing.gui.wrappers import WidgetWrapper
from qgis.gui import QgsCheckableComboBox, QgsGui
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox

from ..engine.words import word


class ChoiceWidget(WidgetWrapper):
    """Named in the metadata of a parameter (``widget_wrapper``); QGIS makes one for each box.

    The modeller gets QGIS's own widget, which can also take an input of the model or an output of another step, with
    the same words in its list.
    """

    def __new__(cls, parameter, dialog=None, row: int = 0, col: int = 0):
        """Make the box; the modeller gets its own widget."""
        if type(dialog).__name__ == "ModelerParametersDialog":
            return _in_modeller(parameter, dialog)
        return super().__new__(cls)

    def createWidget(self) -> QComboBox:
        """Return a box that shows each choice in words."""
        definition = self.parameterDefinition()
        box = QgsCheckableComboBox() if definition.allowMultiple() else QComboBox()
        for value in definition.options():
            if definition.allowMultiple():
                box.addItemWithCheckState(word(definition.name(), value), Qt.CheckState.Unchecked, value)
            else:
                box.addItem(word(definition.name(), value), value)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        return box

    def setValue(self, value) -> None:
        """Show a value of the parameter."""
        if self.parameterDefinition().allowMultiple():
            self.widget.deselectAllOptions()
            self.widget.setCheckedItems(
                [
                    word(self.parameterDefinition().name(), one)
                    for one in (value.split(",") if isinstance(value, str) else value or [])
                ]
            )
        else:
            self.widget.setCurrentIndex(
                max(0, self.widget.findData(value[0] if isinstance(value, (list, tuple)) and value else value))
            )

    def value(self):
        """Return the value that is chosen."""
        return (
            list(self.widget.checkedItemsData())
            if self.parameterDefinition().allowMultiple()
            else self.widget.currentData()
        )


def _in_modeller(parameter, dialog):
    """Return the modeller's own widget, its list in words."""
    widget = QgsGui.processingGuiRegistry().createModelerParameterWidget(
        dialog.model, dialog.childId, parameter, dialog.context
    )
    widget.setDialog(dialog)
    for box in widget.findChildren(QComboBox):
        if [box.itemData(place) for place in range(box.count())] == parameter.options():
            for place, value in enumerate(parameter.options()):
                box.setItemText(place, word(parameter.name(), value))
    return widget
