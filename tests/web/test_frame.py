"""What is no page: files, and addresses that nothing answers to."""

from django.test import Client

from clewline.web.templating import static


def test_an_address_that_nothing_answers_to_is_told_as_every_other_absence(embedded: str) -> None:
    answer = Client(headers={"host": "localhost"}).get("/no-such-page/")
    assert answer.status_code == 404 and "Page not found" in answer.content.decode()


def test_a_file_is_kept_for_a_year_and_asked_for_again_only_if_it_changed(embedded: str) -> None:
    client = Client(headers={"host": "localhost"})
    answer = client.get(static("clewline.css"))
    assert answer.status_code == 200 and answer["Content-Type"].startswith("text/css")
    assert "max-age=31536000" in answer["Cache-Control"] and "Access-Control-Allow-Origin" not in answer
    assert answer["X-Content-Type-Options"] == "nosniff"
    again = client.get(static("clewline.css"), headers={"if-none-match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.post(static("clewline.css")).status_code == 405


def test_nothing_outside_the_folder_of_files_is_given(embedded: str) -> None:
    client = Client(headers={"host": "localhost"})
    for path in ("/static/../gate.py", "/static/%2e%2e/gate.py", "/static/", "/static/none.css"):
        assert client.get(path).status_code == 404
