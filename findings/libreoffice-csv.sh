#!/usr/bin/env bash
# What LibreOffice Calc makes of a CSV line whose quoted cell holds a semicolon, where the import splits at semicolons
# (as in French, German and Belgian settings) and the file was written with commas.
# Guess: quotation marks protect what is between them; if they do not, they do so in no line. Found:
#   - It depends on the END of the line: where every cell is quoted, the line stays one cell; where the last cell is not,
#     the quoted cell before it is split at its semicolon, and a formula in it runs.
#   - Quotation marks do not make text of a formula: "=6+6" is calculated, and split at semicolons the whole line
#     that begins with it is a formula.
#   - An apostrophe in front does, and is shown as a part of the text.
# So a cell that may hold a formula needs the apostrophe, and a line in which one stands behind a separator needs
# quotation marks around every cell.
# Debian 12: libreoffice-calc 7.4.7. Needs root for apt. Without Vigie.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
command -v soffice >/dev/null ||
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends libreoffice-calc >/dev/null; }
cd "$dir"

cat >read.py <<'P'
import sys, xml.etree.ElementTree as tree
table = '{urn:oasis:names:tc:opendocument:xmlns:table:1.0}'
for row in tree.parse(sys.argv[1]).iter(table + 'table-row'):
    cells = [cell.get(table + 'formula') or ''.join(cell.itertext()).strip() for cell in row]
    print(' | '.join(cell for cell in cells if cell))
P
printf '%s\r\n' '"a","x;=1+1;y","b"' '"a","x;=1+1;y",b' "\"a\",\"'=2+2\"" '"=6+6","a"' >list.csv

# 44 is a comma, 59 a semicolon, 34 a quotation mark, 76 UTF-8.
for separator in 44 59; do
  soffice "-env:UserInstallation=file://$dir/profile" --headless --infilter="CSV:$separator,34,76" \
    --convert-to fods --outdir "$separator" list.csv >/dev/null 2>&1
  echo "split at $separator"
  python3 read.py "$separator/list.fods"
done | tee found

diff found - <<'P'
split at 44
a | x;=1+1;y | b
a | x;=1+1;y | b
a | '=2+2
of:=6+6 | a
split at 59
a","x;=1+1;y","b
"a","x | of:=1+1 | y",b
a","'=2+2
of:=6+6","a
P
echo "as found"
