"""The guide's flags in sentences of many kinds, and sentences that only look like them."""

import pytest

from career.job_text import Sign, read
from career.reading.findings import GREEN, RED

SHOWN = {
    "clear-ownership": """
        You will own our churn model from the first notebook to the weekly retraining.
        You'll be the sole owner of the invoice-matching service.
        You own the search ranking for the Nordic shops.
        The fraud-scoring API will be yours from week three.
        As our first ML hire you take full ownership of the recommendation engine.
        You are responsible for our pricing model end to end, including the on-call rota.
        The successful candidate will lead the Digital Pathology project.
        You'll be in charge of the demand forecast for all 40 stores.
        - Own the ETA prediction service, from training data to alerts
        - Sole responsibility for the returns classifier
        - Take over the document-extraction pipeline and run it
        You will have your own product: the meter-reading app is yours.
        We'd hand you the keys to the energy forecast: it is yours to run.
        You would be the owner of our labelling tool.
        One feature, the smart reply, belongs to you.
        You will be accountable for the speech-recognition service.
        The role owns the credit-risk scorecard.
        You'd run the matching engine on your own.
        From your second month you'll look after the claims-triage model by yourself.
        Within six months you will hold sole responsibility for the route planner.
        Nobody else touches the tariff model: it is your responsibility from data to decision.
        We are looking for someone to take charge of the image-search service.
        You will head the translation-memory project.
        The person appointed will be responsible for the sepsis alert model.
        You'd have the pricing engine to yourself.
        The bot that answers tenants is your baby.
        You have final say over the toxicity classifier.
        You will be the product owner of the scheduling assistant.
        You will be solely responsible for the annotation tool.
        You lead the development of our new speech model.
        You inherit the returns model and take it from there.
        Full responsibility for one product: the demand map of the parking app.
        You design, build and own our fraud detector.
        You will be the lead for our OCR service.
        Your patch: the returns forecast.
        You are accountable for the quality of our address-matching service.
        You'll take our invoice parser from prototype to production.
        You'd be the keeper of the tide model.
        Your project will be the leak detector for the northern network.
        You own: the scheduling engine.
        We want an engineer to own our voice search.
        """,
    "mentorship": """
        You'll be paired with a senior colleague for your first three months.
        Every new joiner gets a buddy and a mentor.
        You will be mentored by our head of data science.
        A principal engineer will guide you through your first release.
        Weekly one-to-one mentoring with a staff scientist.
        Mentorship programme open to all employees.
        You will have a dedicated mentor throughout the traineeship.
        We match each graduate with an experienced mentor.
        Our lead data scientist, Marta, will coach you.
        - Regular coaching from senior engineers
        You will work side by side with a senior engineer who reviews your code.
        New starters are given a mentor from another team.
        Your mentor will be Dr Osei, who built the first version.
        You'll learn the trade from an experienced colleague who sits next to you for the first half-year.
        Mentoring by two experienced researchers is part of the fellowship.
        We pair every junior with a senior for at least a year.
        Hanne, who has been here for nine years, will show you the ropes until spring.
        For the first quarter you share a desk with our most experienced modeler.
        There's a buddy system.
        Juniors work in pairs with seniors.
        Someone senior reads every line you write in the first half-year.
        You will be supported by a mentor.
        You get an hour a week with our chief scientist.
        Access to mentors from the wider group.
        A colleague with ten years in the field pairs with you.
        Each trainee has a supervisor who meets them every Friday.
        We assign a mentor to every new employee.
        A mentor meets you every fortnight.
        Mentor: the chief statistician.
        - Mentoring and training
        You'd sit next to Jo, who has done this for ten years.
        Your manager sets aside two hours a week for you.
        Everything you write is read by a senior engineer.
        You will receive hands-on mentoring.
        An external coach, if you want one.
        You will have a mentor in your first year and mentor a student in your second.
        You'll pair with Ana, who wrote most of it.
        Each newcomer is given a guide for the first year.
        The team lead coaches you.
        Every junior is looked after by two seniors.
        Dr Okafor, who built the first version, will sit with you twice a week until you need it less.
        A colleague who has been here longer goes through your code with you every Friday.
        In your first months you work with Hana, who wrote the current model.
        You are teamed up with an analyst who has seen it all.
        For the first quarter you shadow our most experienced inspector.
        Mentoring for juniors is in everyone's job description.
        """,
    "learning-budget": """
        An annual training budget of €2,000.
        £1,500 a year for courses, books and conferences.
        We pay for two conferences a year.
        - Learning budget
        - 10 days of paid study leave
        We cover the cost of certifications.
        You get $3,000 each year to spend on learning.
        Conference and training budget (CHF 4,000 per year).
        Five paid training days per year.
        We will fund a part-time Master's after two years.
        Education allowance of up to SEK 20,000.
        Books, courses and conference tickets are paid for.
        Tuition reimbursement up to $5,250 a year.
        Every Friday afternoon is yours for paid learning.
        Personal development budget: 1.500 € per year.
        Exam fees and study days covered.
        A professional development fund of AUD 3,000 per person.
        One day a week is for your studies, on full pay.
        We will put you through the AWS certification.
        Conference travel is on us.
        €1,200 yearly for your professional growth.
        Books: buy what you need and we pay.
        Four days a year for conferences.
        A Coursera license for everybody.
        We sponsor your master's degree.
        2% of your salary goes into a training pot.
        Time and money for training.
        All training costs are covered.
        We send you to one conference a year.
        AWS certification fully paid.
        Two thousand euros a year to spend on whatever you want to learn.
        Books on the house.
        Tuition assistance.
        One conference a year at our expense.
        15,000 kr a year for courses.
        The Trust pays for your exams.
        £800 a year for your studies.
        """,
    "phd-required": """
        A PhD in machine learning is required.
        You must hold a PhD in physics or mathematics.
        PhD (required) in computer science.
        Only candidates with a completed doctorate will be considered.
        A doctoral degree in statistics is mandatory.
        - PhD in Computer Science or a related field: essential
        Applicants need a PhD in a quantitative discipline.
        Ph.D. required.
        The post requires a PhD in chemistry.
        Completed PhD in NLP is a must.
        PhD in statistics, no exceptions.
        Applicants must have been awarded a PhD.
        We can only consider applicants with a PhD.
        Without a PhD we cannot consider your application.
        A PhD in computer science is a prerequisite.
        You hold a PhD in a relevant discipline.
        A PhD in mathematics is essential, not a decoration.
        PhDs only.
        You cannot do this job without a PhD.
        """,
    "unrealistic-mix": """
        You are a data scientist, front-end developer, DevOps engineer and product manager in one.
        We need one person who can be our ML engineer, UX designer, network administrator and accountant.
        Entry-level position, minimum 8 years of experience required.
        At least 10 years of experience with LangChain.
        12+ years of hands-on experience with PyTorch.
        You will act as data engineer, data scientist, mobile developer and scrum master at the same time.
        Junior developer with at least seven years of experience.
        Graduates with at least 6 years of experience in deep learning.
        You'll be our ML engineer, IT support, web designer and social media manager rolled into one.
        15 years of Kubernetes experience.
        You train the models, run our servers, edit our videos, keep the books and answer support tickets.
        This role replaces our data engineer, our designer and our office manager.
        You will do the jobs of a data engineer, a tester and a product manager.
        A recent graduate with 10 years of experience.
        An internship for someone with eight years in production ML.
        Five years of experience with ChatGPT.
        """,
    "vague-responsibilities": """
        You will wear many hats and do whatever the business needs.
        Your tasks will vary depending on the needs of the company.
        You will support the team with anything that comes up.
        You will be responsible for various tasks as assigned by your manager.
        Do whatever it takes to get things done.
        You help wherever help is needed.
        The role involves a variety of tasks in line with business requirements.
        You'll take on diverse projects as needed.
        Perform all tasks assigned by management.
        Responsibilities will evolve with the needs of the business.
        You drive value across the organization.
        Your days will be filled with whatever is most urgent.
        You'll be a Swiss army knife for the team.
        Assist in day-to-day operations of the department.
        You will execute key deliverables and strategic priorities.
        The duties are flexible.
        You will tackle exciting and challenging tasks.
        You do what needs to be done.
        You will be involved in many different areas.
        All things data.
        You deliver innovative solutions that meet the needs of the business.
        """,
    "no-projects-or-impact": """
        The project will be defined after you start.
        We can't tell you what you'll be working on yet.
        Details of the product will be disclosed at a later stage.
        We are in stealth mode and cannot share what we build.
        You will be assigned to a client project after joining; which one is not known yet.
        We have not yet decided which product the team will build.
        The exact use case is still to be determined.
        The scope of the role is yet to be defined.
        We don't know yet what you will build.
        What the models are for is confidential.
        There is no concrete project yet.
        What exactly you will do, we will tell you in the interview.
        Project: TBD
        More about the product after you sign.
        Our product is still a secret.
        We'll figure out together what the job is.
        """,
}

NOT_SHOWN = {
    "clear-ownership": """
        We value ownership and a can-do attitude.
        You take ownership of your work.
        An ownership mindset is important to us.
        You will share responsibility for the data platform with five colleagues.
        We own our mistakes.
        The company is owned by its employees.
        You bring your own laptop.
        You will be responsible for building pipelines and models.
        You'll work with product owners and designers.
        Experience leading the delivery of machine learning products.
        You will lead by example.
        You will lead a team of six engineers.
        You help the owner of the ranking model.
        You will contribute to the recommendation engine.
        You will lead workshops with clients.
        Every engineer owns their time.
        You will report to the product owner.
        You get the best laptop.
        You will lead our data science team.
        You will be responsible for your own learning.
        Our customers want to own their data.
        You will report to the owner of the ranking model.
        We design, build and own the platform.
        We will give you the tools that you need.
        The choice of tools is yours.
        The next move is yours.
        You take ownership of the entire model development lifecycle.
        You are responsible for our data pipelines.
        Squads build and own the services that they ship.
        """,
    "mentorship": """
        You will mentor two junior engineers.
        - Mentor junior colleagues
        Experience in mentoring others is welcome.
        We have supportive colleagues and a friendly team.
        You will coach our clients on AI.
        You'll act as a mentor to interns.
        We cannot offer mentoring at the moment.
        You will design our mentoring programme.
        Willingness to mentor and guide less experienced team members.
        You will work with senior stakeholders.
        You will report to a senior manager.
        The coach to the airport leaves at nine.
        You will set the standards, coach the analysts and sign off their models.
        - Provide mentorship and technical guidance to the team
        You are a natural mentor.
        You will provide mentoring to our analysts.
        Images are paired with text.
        Mentoring juniors is part of the job.
        A recruiter will call you in the first week.
        You will work with Hana and Piet on the forecast.
        You review the code of your colleagues every week.
        Our engineers work in the office on the first Monday of each month.
        """,
    "learning-budget": """
        There are many opportunities to learn.
        You will manage the training budget of our GPU cluster.
        We don't have a training budget yet.
        We hope to offer a learning budget next year.
        Salary of £45,000 with opportunities for training.
        We train models on 10,000 hours of audio.
        You will optimize the marketing budget with reinforcement learning.
        Our customers spend $2m on learning every year.
        Fast learning curve.
        Experience with deep learning and cloud cost management.
        We pay attention to machine learning quality.
        You'll cut the cost of training runs by half.
        Last year we raised $10 million for our learning platform.
        We spent two weeks on training data.
        You pay attention to training details.
        The model learns the budget of each customer.
        We have a GPU budget for training.
        You will cut training time and cost.
        The first week has two days of training on our systems.
        Bachelor's degree: £38,000; master's degree: £42,000.
        €48,000 to €58,000 depending on qualifications and education.
        You will contribute to the development of our models.
        Your work covers data collection and training.
        We are a VC-funded learning platform.
        The training budget was cut last year.
        Learning budget: none.
        If we hit our numbers there will be a learning budget.
        We give schools £2,000 for books.
        """,
    "phd-required": """
        PhD preferred.
        A PhD is a plus.
        PhD or equivalent experience required.
        A Master's or PhD in computer science is required.
        No PhD required.
        A PhD is not required.
        MSc/PhD in a quantitative field required.
        We are founded by three PhDs from Delft.
        You will supervise PhD students.
        A degree is required; a PhD is welcome.
        You don't need a PhD to do well here.
        PhD required, or five years of comparable industry work.
        A PhD would be nice.
        Maybe you have a PhD, maybe you have shipped three products.
        It is not necessary to have a PhD.
        """,
    "unrealistic-mix": """
        You will work with data engineers, designers, product managers and front-end developers.
        We are three data scientists, two data engineers, a designer and a product manager.
        Python, SQL, Spark, Airflow, dbt, Docker and Kubernetes.
        8 years of experience with Python.
        A senior engineer with ten years of experience mentors our juniors.
        5 years of experience with PyTorch.
        You have a background as a data analyst, data engineer or software developer.
        The team consists of ML engineers, mobile developers and UX designers.
        """,
    "vague-responsibilities": """
        - Build dashboards, write reports, and other duties as assigned
        Perform any other duties as may be required.
        Our software helps companies with whatever they need.
        You will train models for various languages.
        You will work on a range of forecasting models for hospitals.
        Benefits vary by country.
        We will support you with whatever you need for the interview.
        You will support the radiology team with a segmentation model.
        Our needs vary from season to season.
        You will document your work.
        You will deliver various models in PyTorch.
        All data stays in Switzerland.
        Acme delivers innovative solutions to clients all over the world.
        You make things happen.
        """,
    "no-projects-or-impact": """
        The start date is to be determined.
        The salary will be disclosed in the first interview.
        We do not know yet whether the model will beat the baseline.
        Your first project will be the returns forecast.
        The location is not yet decided.
        Interview dates will be announced next week.
        We handle confidential customer data.
        You will find out what makes customers leave.
        You will decide which model goes to production.
        """,
}


def lines(sentences: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (key, line.strip()) for key, block in sentences.items() for line in block.splitlines() if line.strip()
    ]


def sign(key: str, text: str) -> Sign | None:
    return next((sign for sign in read(text, {}).signs if sign.key == key), None)


@pytest.mark.parametrize(("key", "sentence"), lines(SHOWN))
def test_a_sentence_shows_its_flag(key: str, sentence: str):
    found = sign(key, f"Our team is small.\n\n{sentence}\n\nWe look forward to your letter.")

    assert found is not None
    assert found.quote == sentence.removeprefix("- ")
    assert found.kind == ("green" if key in GREEN else "red")


@pytest.mark.parametrize(("key", "sentence"), lines(NOT_SHOWN))
def test_a_sentence_that_only_looks_like_it_shows_nothing(key: str, sentence: str):
    assert sign(key, sentence) is None


def test_every_key_has_sentences_of_both_kinds():
    assert set(SHOWN) == set(NOT_SHOWN) == {*GREEN, *RED} - {"specific-technologies"}
