"""The funnel, import and export."""
