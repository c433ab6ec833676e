"""The same as the compiled loop, in plain Python."""

import itertools

import numpy as np

_ALL = 2**64 - 1


def mixed(value):
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & _ALL
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & _ALL
    return value ^ (value >> 31)


def uniform(key, draw, what):
    return (mixed(mixed(int(key) ^ draw) ^ int(what)) >> 11) * 2.0**-53


def by_hand(keys, draw, n, programme, chances, tied):
    place = {pair: spot for spot, pair in enumerate(itertools.combinations(range(n), 2))}
    now, trust, times = tied.copy(), chances.trust.copy(), np.zeros(len(keys))
    ties, trusting = [now.copy()], [trust >= chances.enough]
    event = 0
    for period, end in enumerate(programme.ends):
        met = set()
        while event < end:
            who = programme.present[programme.first[event] : programme.first[event + 1]].tolist()
            for pair in itertools.combinations(who, 2):
                dyad = place[pair]
                if uniform(keys[dyad], draw, programme.keys[event, 0]) >= programme.meet[event]:
                    continue
                p = chances.formation
                for _ in range(int(times[dyad])):
                    p *= chances.repeat
                p = p * chances.factor[dyad] * (1 - chances.distrust * (1 - trust[dyad]))
                if not now[dyad] and uniform(keys[dyad], draw, programme.keys[event, 1]) < p:
                    now[dyad] = True
                times[dyad] += 1
                trust[dyad] += chances.gain * (1 - trust[dyad])
                met.add(dyad)
            event += 1
        for dyad in set(range(len(keys))) - met:
            if now[dyad] and uniform(keys[dyad], draw, programme.period_keys[period]) >= chances.keep:
                now[dyad] = False
            trust[dyad] = chances.trust[dyad] + (trust[dyad] - chances.trust[dyad]) * chances.keep
        ties.append(now.copy())
        trusting.append(trust >= chances.enough)
    return np.array(ties), np.array(trusting)
