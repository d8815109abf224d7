"""The file of an import."""

from typing import Any

from django import forms

from accounts.portability import upload


class ImportForm(forms.Form):
    """Once it is valid, the file can be read."""

    file = forms.FileField(
        label="Your export",
        help_text=f"The ZIP, or the milepost.json in it. Up to {upload.LARGEST_FILE // upload.MB} MB.",
        widget=forms.FileInput({"accept": ".zip,.json,application/zip,application/json"}),
        max_length=None,
        error_messages={
            "required": "Choose the file to read.",
            "empty": "This file is empty.",
            "invalid": "This is no file. Choose it again.",
        },
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        try:
            upload.read(file, file.size)
        except upload.Unreadable as error:
            raise forms.ValidationError(str(error)) from error
        return file
