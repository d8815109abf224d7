"""How a job text is read: sentences, terms, signs, facts. Rules, no Django; the front is job_text.py."""
