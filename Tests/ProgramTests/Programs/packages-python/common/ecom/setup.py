from setuptools import setup

setup(name="ecom", packages=["ecom"])
