"""How a job text is read: sentences, terms, signs, facts. Rules only, no Django; the front is career/job_text.py."""
