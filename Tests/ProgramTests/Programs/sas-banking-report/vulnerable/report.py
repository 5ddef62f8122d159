"""Sends a customer the report of his account when he asks for it by a text message."""
import json
import os
import smtplib
from email.message import EmailMessage

REPORTS = "/opt/reports"


def create_report(account):
    with open("/tmp/report.txt", "w") as report:
        report.write("Balance of the account")


def encrypt(address):
    command = "tar -cf /tmp/" + address + ".tar -C /tmp report.txt"
    os.system(command)  # expect: sas1-os-command
    return "/tmp/" + address + ".tar"


def send(address, archive):
    message = EmailMessage()
    message["Subject"] = "Your report"
    message["To"] = address  # clean: sas1-email-injection -- the message object refuses line breaks, and the address is the purpose
    with smtplib.SMTP("mail.example.org") as server:
        server.send_message(message)


def handler(event, context):
    for record in event["Records"]:
        sms = json.loads(record["Sns"]["Message"])
        words = sms["messageBody"].split(" ")
        address = words[1]
        create_report(sms["originationNumber"])
        archive = encrypt(address)
        send(address, archive)
    return {"sent": len(event["Records"])}
