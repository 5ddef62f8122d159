#!/bin/sh
echo ran >/tmp/proof
