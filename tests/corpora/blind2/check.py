"""All JSON parses; every surface of the labels stands in its line (salon) or in its document (pages)."""
import glob, json, os, re
here = os.path.dirname(os.path.abspath(__file__)); bad = n = 0
for f in sorted(glob.glob(here + '/gold-*/*.json')): json.load(open(f))
L = open(here + '/salon-2025.md').read().split('\n'); flat = re.sub(r'\s+', ' ', ' '.join(L))
P = {os.path.basename(f)[:3]: open(f).read().split('\n') for f in glob.glob(here + '/pages/*.md')}
def line(s, i, lines, w):
    global bad, n; n += 1
    if s not in lines[i - 1]: bad += 1; print('not in its line', w, i, s)
g = json.load(open(here + '/gold-g/clusters.json'))
keys = [c['canonical'] for c in g['persons'] + g['organisations']]; assert len(keys) == len(set(keys))
for c in g['persons'] + g['organisations']:
    for x in c['surfaces']: line(x['surface'], x['line'], L, c['canonical'])
for d in json.load(open(here + '/gold-g/lookAlikes.json')):
    for x in d['a']['surfaces'] + d['b']['surfaces']: line(x['surface'], x['line'], L, d['why'])
for k in json.load(open(here + '/gold-g/projects.json')):
    for x in k['mentions']: line(x['surface'], x['line'], L, k['name'])
for k in json.load(open(here + '/gold-pages/projects.json')):
    for x in k['mentions']: line(x['surface'], x['line'], P[x['doc']], k['name'])
for s in json.load(open(here + '/gold-g/sessions.json')):
    for x in s['contributors'] + s['collectives']:
        n += 1
        if x['surface'] not in flat: bad += 1; print('not in text', s['id'], x['surface'])
for d in json.load(open(here + '/gold-pages/pages.json')):
    t = re.sub(r'\s+', ' ', ' '.join(P[d['doc']]))
    for x in d['contributors'] + d['organisations'] + d['projects']:
        n += 1
        if x['surface'] not in t: bad += 1; print('not in text', d['doc'], x['surface'])
print(n, 'surfaces checked,', bad, 'bad')
