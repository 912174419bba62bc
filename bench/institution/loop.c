/* The declared loop, written by hand in C. See README.md for the rules and addresses of luck.
 *
 * Built and called by by_hand.py. Numbers come from rules.py: `Rules` and `Kind` have its order of fields.
 * The arithmetic is IEEE double throughout; build without contraction, or results differ in the last bits.
 */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { KINDS = 6, QUARTER = 3, YEAR = 12, DEPTH = 4, NOBODY = -1 };

/* Decisions: the third coordinate of a draw's address. */
enum { TRAITS = 1, VACANCY = 10, CANDIDATE = 11, ENTRANT = 13, BALLOT = 30, REGION = 40, SLATE = 42 };

typedef struct {
    double attention, competence, loyalty, recommendation, noise, favour, local_favour, neglect, renewal, broken,
        pass_on, deference, tie_vote, mood, slate, incumbent, rank, confidence, crisis;
} Rules;

typedef struct {
    int64_t first, count, below;
    double turnover, entitlement;
} Kind;

typedef struct {
    int64_t regions, posts, seats, attention;
    const Kind *kinds;
    const int32_t *boss;
} Size;

typedef struct {
    int32_t post, patron, seated, clients;
    double tie, loyal, ability;
} Official;

typedef struct {
    double following, congress_share, committee_tie;
    int64_t chiefs, secretaries, appointments;
} Tally;

typedef struct {
    Size size;
    Rules rules;
    uint32_t key0, key1, run;
    int64_t month, rows, vacant_count, fallen_count, left;
    Tally tally;
    int32_t *holder, *vacant, *fallen;
    Official *officials;
    double *claims, *ranked;
} Loop;

typedef struct {
    double u[4];
} Four;

static inline Four uniforms(const Loop *s, uint32_t time, uint32_t decision, uint32_t first, uint32_t second) {
    uint32_t c0 = s->run, c1 = time << 8 | decision, c2 = first, c3 = second, k0 = s->key0, k1 = s->key1;
    for (int round = 0; round < 10; round++) {
        uint64_t p0 = (uint64_t)0xD2511F53 * c0, p1 = (uint64_t)0xCD9E8D57 * c2;
        c0 = (uint32_t)(p1 >> 32) ^ c1 ^ k0;
        c1 = (uint32_t)p1;
        c2 = (uint32_t)(p0 >> 32) ^ c3 ^ k1;
        c3 = (uint32_t)p0;
        k0 += 0x9E3779B9;
        k1 += 0xBB67AE85;
    }
    const double unit = 1.0 / 4294967296.0;
    return (Four){{(c0 + 0.5) * unit, (c1 + 0.5) * unit, (c2 + 0.5) * unit, (c3 + 0.5) * unit}};
}

static inline Four draw(const Loop *s, uint32_t decision, int64_t first, int64_t second) {
    return uniforms(s, (uint32_t)s->month + 1, decision, (uint32_t)first, (uint32_t)second);
}

/* Mean 0, standard deviation 1: four uniforms added up. */
static inline double bell(Four f) { return (f.u[0] + f.u[1] + f.u[2] + f.u[3] - 2.0) * sqrt(3.0); }

/* Mean 0, standard deviation 1: the two halves of one uniform added up. */
static inline double tent(double u) {
    double x = u * 65536.0, high = (double)(int64_t)x;
    return ((high + 0.5) / 65536.0 + (x - high) - 1.0) * sqrt(6.0);
}

static inline double lean(double x) { return 0.5 + 0.5 * x / (1.0 + fabs(x)); }

static inline void enter(Loop *s, int64_t row, int64_t post, double ability) {
    s->officials[row] = (Official){.post = (int32_t)post, .patron = NOBODY, .ability = ability};
}

static inline void fall(Loop *s, int32_t row) {
    s->officials[row].post = NOBODY;
    s->officials[row].seated = 0;
    s->fallen[s->fallen_count++] = row;
}

static void add_up(Loop *s) {
    Official *people = s->officials;
    int32_t chief = s->holder[0];
    double total = 0.0;
    people[chief].loyal = 0.0;
    for (int64_t post = 1; post < s->size.posts; post++) {
        int32_t row = s->holder[post], here = row;
        if (row < 0) continue;
        double strength = 1.0, loyal = 0.0;
        for (int step = 0; step < DEPTH; step++) {
            strength *= people[here].tie;
            here = people[here].patron;
            if (here == chief) loyal = strength;
            if (here == chief || here < 0) break;
        }
        people[row].loyal = loyal;
        total += loyal;
    }
    s->tally.following = total / (double)(s->size.posts - 1);
}

static void open_run(Loop *s) {
    memset(&s->tally, 0, sizeof s->tally);
    s->fallen_count = s->vacant_count = 0;
    for (int64_t row = s->rows - 1; row >= s->size.posts; row--) {
        s->officials[row].post = s->officials[row].patron = NOBODY;
        s->vacant[s->vacant_count++] = (int32_t)row;
    }
    for (int64_t post = 0; post < s->size.posts; post++) {
        Four f = uniforms(s, 0, TRAITS, (uint32_t)post, 0);
        s->holder[post] = (int32_t)post;
        enter(s, post, post, f.u[0]);
        if (post == 0) continue;
        s->officials[post].patron = s->size.boss[post];
        s->officials[post].tie = 0.5 * s->rules.local_favour * (0.6 + 0.8 * f.u[1]);
    }
    add_up(s);
}

static void remove_holders(Loop *s) {
    for (int c = 1; c < KINDS; c++) {
        const Kind *kind = &s->size.kinds[c];
        int64_t moves = (int64_t)(kind->turnover * (double)kind->count + draw(s, VACANCY, c, 0).u[0]);
        for (int64_t k = 0; k < moves; k++) {
            int64_t post = kind->first + (int64_t)(draw(s, VACANCY, c, k + 1).u[0] * (double)kind->count);
            int32_t row = s->holder[post];
            if (row < 0) continue;
            s->holder[post] = NOBODY;
            fall(s, row);
            s->tally.secretaries += c == 1;
        }
    }
}

static inline double merit(const Loop *s, const Official *o, int32_t maker, int attended, double u) {
    const Rules *r = &s->rules;
    double score = r->competence * o->ability + r->noise * tent(u);
    if (attended) return score + r->loyalty * o->loyal;
    return maker >= 0 && o->patron == maker ? score + r->recommendation : score;
}

static inline void oblige(Official *o, int32_t maker, double tie) {
    if (maker < 0) return;
    if (o->patron == maker) {
        o->tie += (1.0 - o->tie) * tie * 0.5;
    } else if (tie > o->tie) {
        o->patron = maker;
        o->tie = tie;
    } else {
        o->tie *= 1.0 - 0.5 * tie;
    }
}

static void fill(Loop *s, const Kind *kind, int64_t post) {
    const Rules *r = &s->rules;
    int attended = s->left > 0;
    s->left -= attended;
    int32_t maker = attended ? s->holder[0] : s->holder[s->size.boss[post]];
    double favour = attended ? r->favour : r->local_favour;
    Four of_candidate = draw(s, CANDIDATE, post, 0), of_entrants = draw(s, ENTRANT, post, 0);
    double ability = of_entrants.u[0], other = of_entrants.u[2];
    double score = r->competence * ability + r->noise * tent(of_entrants.u[1]);
    double second = r->competence * other + r->noise * tent(of_entrants.u[3]);
    if (second > score) {
        score = second;
        ability = other;
    }
    int32_t row = NOBODY;
    if (kind->below >= 0) {
        const Kind *below = &s->size.kinds[kind->below];
        int64_t chosen = (int64_t)(of_candidate.u[0] * (double)(below->count / kind->count));
        row = s->holder[below->first + (post - kind->first) + chosen * kind->count];
    }
    if (row >= 0 && merit(s, &s->officials[row], maker, attended, of_candidate.u[1]) >= score) {
        s->holder[s->officials[row].post] = NOBODY;
        s->officials[row].post = (int32_t)post;
    } else {
        row = s->vacant[--s->vacant_count];
        enter(s, row, post, ability);
    }
    s->holder[post] = row;
    s->tally.appointments++;
    oblige(&s->officials[row], maker, favour * (0.6 + 0.8 * of_candidate.u[2]));
}

static void fill_all(Loop *s) {
    s->left = s->size.attention;
    for (int c = 1; c < KINDS; c++) {
        const Kind *kind = &s->size.kinds[c];
        for (int64_t post = kind->first; post < kind->first + kind->count; post++)
            if (s->holder[post] < 0) fill(s, kind, post);
    }
}

static inline void tend(Loop *s, int32_t row, int32_t chief) {
    const Rules *r = &s->rules;
    Official *people = s->officials, *o = &people[row];
    int32_t patron = o->patron;
    double tie = o->tie;
    if (people[patron].post < 0) {
        patron = people[patron].patron;
        tie *= r->pass_on;
        if (patron < 0 || patron == row || people[patron].post < 0) tie = 0.0;
    } else {
        double kept = tie * (1.0 - r->neglect);
        if (patron == chief || patron == s->holder[s->size.boss[o->post]]) kept += r->renewal * tie * (1.0 - tie);
        tie = kept;
    }
    o->patron = tie < r->broken ? NOBODY : patron;
    o->tie = tie < r->broken ? 0.0 : tie;
}

static void tend_all(Loop *s) {
    int32_t chief = s->holder[0];
    for (int32_t row = 0; row < s->rows; row++)
        if (s->officials[row].patron >= 0 && s->officials[row].post >= 0) tend(s, row, chief);
    for (int64_t k = 0; k < s->fallen_count; k++) {
        s->officials[s->fallen[k]].patron = NOBODY;
        s->vacant[s->vacant_count++] = s->fallen[k];
    }
    s->fallen_count = 0;
}

static double delegates(const Loop *s) {
    const Rules *r = &s->rules;
    double total = 0.0;
    for (int64_t region = 0; region < s->size.regions; region++) {
        int32_t secretary = s->holder[1 + region];
        double loyal = secretary >= 0 ? s->officials[secretary].loyal : 0.0;
        double members = lean(r->mood * bell(draw(s, REGION, region, 0)));
        double share = r->deference * lean(r->tie_vote * loyal) + (1.0 - r->deference) * members;
        double here = share * share, away = (1.0 - share) * (1.0 - share);
        here *= here;
        away *= away;
        total += here / (here + away);
    }
    return total / (double)s->size.regions;
}

/* The claims of the holders of posts that give one, from `claims[1]`; returns how many. */
static int64_t weigh_claims(Loop *s) {
    const Rules *r = &s->rules;
    double slate = r->slate * s->tally.congress_share;
    int64_t post = 1;
    for (int c = 1; c < KINDS && s->size.kinds[c].entitlement > 0.0; c++) {
        const Kind *kind = &s->size.kinds[c];
        for (int64_t last = kind->first + kind->count; post < last; post++) {
            int32_t row = s->holder[post];
            const Official *o = &s->officials[row < 0 ? 0 : row];
            double claim = kind->entitlement + r->incumbent * o->seated + slate * o->loyal +
                           r->rank * bell(draw(s, SLATE, post, 0));
            s->claims[post] = row < 0 ? -INFINITY : claim;
        }
    }
    return post - 1;
}

/* The value that would stand at an index if the numbers were in order (Hoare's selection; they are moved). */
static double at_rank(double *x, int64_t n, int64_t rank) {
    int64_t low = 0, high = n - 1;
    while (low < high) {
        double pivot = x[low + (high - low) / 2];
        int64_t i = low, j = high;
        while (i <= j) {
            while (x[i] < pivot) i++;
            while (x[j] > pivot) j--;
            if (i > j) break;
            double kept = x[i];
            x[i++] = x[j];
            x[j--] = kept;
        }
        if (rank <= j)
            high = j;
        else if (rank >= i)
            low = i;
        else
            break;
    }
    return x[rank];
}

static void elect(Loop *s) {
    int64_t size = weigh_claims(s), left = s->size.seats;
    memcpy(s->ranked, s->claims + 1, (size_t)size * sizeof *s->ranked);
    double bar = at_rank(s->ranked, size, size - left), total = 0.0;
    for (int64_t post = 1; post < s->size.posts; post++)
        if (s->holder[post] >= 0) s->officials[s->holder[post]].seated = 0;
    for (int64_t post = 1; post <= size && left > 0; post++) {
        if (s->claims[post] < bar) continue;
        s->officials[s->holder[post]].seated = 1;
        total += s->officials[s->holder[post]].loyal;
        left--;
    }
    s->tally.committee_tie = total / (double)s->size.seats;
}

static int64_t votes_for_chief(const Loop *s) {
    int64_t votes = 0;
    double times = s->rules.confidence + s->rules.crisis * bell(draw(s, BALLOT, 0, 0));
    for (int64_t post = 1; post < s->size.posts; post++) {
        int32_t row = s->holder[post];
        if (row < 0 || !s->officials[row].seated) continue;
        votes += draw(s, BALLOT, post, 0).u[0] < lean(times + s->rules.tie_vote * s->officials[row].loyal);
    }
    return votes;
}

static void replace_chief(Loop *s) {
    Official *people = s->officials;
    int32_t heir = NOBODY, most = -1;
    for (int64_t row = 0; row < s->rows; row++) people[row].clients = 0;
    for (int64_t row = 0; row < s->rows; row++)
        if (people[row].post >= 0 && people[row].patron >= 0) people[people[row].patron].clients++;
    for (int64_t post = 1; post < s->size.posts; post++) {
        int32_t row = s->holder[post];
        if (row < 0 || !people[row].seated || people[row].clients <= most) continue;
        heir = row;
        most = people[row].clients;
    }
    fall(s, s->holder[0]);
    s->holder[people[heir].post] = NOBODY;
    s->holder[0] = heir;
    people[heir].post = people[heir].seated = 0;
    people[heir].patron = NOBODY;
    people[heir].tie = 0.0;
    s->tally.chiefs++;
}

void loop_play(Loop *s, uint32_t run, int64_t months, double *following) {
    s->run = run;
    open_run(s);
    for (s->month = 0; s->month < months; s->month++) {
        remove_holders(s);
        fill_all(s);
        tend_all(s);
        if (s->month % QUARTER == QUARTER - 1) {
            add_up(s);
            following[s->month / QUARTER] = s->tally.following;
        }
        if (s->month % YEAR == YEAR - 1) {
            s->tally.congress_share = delegates(s);
            elect(s);
            if (2 * votes_for_chief(s) < s->size.seats) {
                replace_chief(s);
                add_up(s);
            }
        }
    }
}

void loop_tally(const Loop *s, Tally *tally) { *tally = s->tally; }

/* Of each post's holder: ability, tie, loyalty, his patron's post; -1 where there is none. */
void loop_posts(const Loop *s, double (*found)[4]) {
    for (int64_t post = 0; post < s->size.posts; post++) {
        found[post][0] = found[post][1] = found[post][2] = found[post][3] = -1.0;
        if (s->holder[post] < 0) continue;
        const Official *o = &s->officials[s->holder[post]];
        found[post][0] = o->ability;
        found[post][1] = o->tie;
        found[post][2] = o->loyal;
        if (o->patron >= 0) found[post][3] = s->officials[o->patron].post;
    }
}

void loop_free(Loop *s) {
    if (s == NULL) return;
    free(s->holder);
    free(s->vacant);
    free(s->fallen);
    free(s->officials);
    free(s->claims);
    free(s->ranked);
    free(s);
}

/* NULL where memory is short. `size` and what it points to must outlive the loop. */
Loop *loop_new(const Size *size, const Rules *rules, uint64_t seed) {
    Loop *s = calloc(1, sizeof *s);
    if (s == NULL) return NULL;
    size_t posts = (size_t)size->posts, rows = posts + posts / 8 + 16;
    s->size = *size;
    s->rules = *rules;
    s->key0 = (uint32_t)seed;
    s->key1 = (uint32_t)(seed >> 32);
    s->rows = (int64_t)rows;
    s->holder = calloc(posts, sizeof *s->holder);
    s->vacant = calloc(rows, sizeof *s->vacant);
    s->fallen = calloc(rows, sizeof *s->fallen);
    s->officials = calloc(rows, sizeof *s->officials);
    s->claims = calloc(posts, sizeof *s->claims);
    s->ranked = calloc(posts, sizeof *s->ranked);
    if (s->holder && s->vacant && s->fallen && s->officials && s->claims && s->ranked) return s;
    loop_free(s);
    return NULL;
}
