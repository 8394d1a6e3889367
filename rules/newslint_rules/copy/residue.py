"""copy/residue"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from newslint import Article, Bad, DocumentRule, Finding, Good, Severity, Span

#: characters of a line of the page around an article, and of one that leads to another page: what is longer goes on with copy
_LONGEST, _LONGEST_LEAD = 200, 140


def _phrases(listed: str) -> frozenset[str]:
    """The phrases of a list, a stroke between two, however its lines are broken."""
    return frozenset(" ".join(phrase.split()) for phrase in listed.split("|"))


#: whole lines, in small letters, without closing marks; # stands for a number
_LINES = _phrases(
    """
    related | recommended | trending | trending now | popular now | gallery | view gallery | see gallery | slideshow | view slideshow | photo gallery |
    podcast | podcasts | newsletter | newsletters | must read | read next | watch next | don't miss | most read | most popular | most viewed |
    most shared | most commented | recommended for you | recommended stories | recommended reading | recommended videos | related news |
    related article | related articles | related story | related stories | more related stories | related coverage | related content |
    related reading | related topics | related links | related posts | related videos | what to read next | what to watch next | you may like |
    you may also like | you might like | you might also like | you may be interested in | you might be interested in | you might also be interested in |
    you may have missed | editor's pick | editor's picks | editors' picks | editors picks | editor's choice | staff picks | top stories | top headlines |
    top videos | latest news | latest stories | latest headlines | latest updates | latest videos | next article | previous article |
    next story | previous story | next post | previous post | next | previous | prev | more | more stories | more news | more coverage | more articles |
    more stories like this | more like this | more on this | more on this story | more on this topic | more from this section | more from this author |
    more from this series | more from our site | more in news | more in politics | more in world | more in business | more in sport | more in sports |
    more in opinion | more in culture | more in lifestyle | more in entertainment | more in technology | more in science | more in health |
    also on our site | also on this site | also in this section | also in this series | other topics of interest | read more | see more | view more |
    show more | load more | see all | view all | show less | read now | watch live | watch more | watch again | watch the video | watch video | view video |
    see video | play video | view more photos | see more photos | view image in fullscreen | view in full screen | view fullscreen |

    ad | ads | advertisement | advertisements | advertising | advertorial | sponsored | sponsored content | sponsored post | paid content | paid post |
    paid partner content | partner content | promoted | promoted content | promoted stories | skip ad | skip ads | close ad | hide ad | report ad |
    report this ad | skip advertisement | continue after ad | scroll to continue | scroll down to continue |

    sign up | sign up now | sign up here | sign up today | subscribe | subscribe now | subscribe today | subscribe here | register | register now |
    register here | log in | login | sign in | log out | my account | donate | donate now | donate today | share | share this | share this article |
    share this story | share this page | share article | share on facebook | share on twitter | share on x | share on whatsapp | share via email | tweet |
    tweet this | pin it | print | print this | print this page | print this article | email | e-mail | email this | email this article | copy link |
    link copied | bookmark | save | save for later | save article | save this article | save this story | follow | follow us | like us | join us | find us |
    like | reply | comment | reblog | stay informed | stay updated |
    stay tuned | stay connected | become a member | open in app | support us | cookie policy | cookie settings | cookie preferences | privacy policy |
    privacy notice | privacy settings | terms of use | terms of service | terms and conditions | terms & conditions | contact us | about us |
    all rights reserved | accept cookies | accept all cookies | accept all | reject all | manage cookies | manage preferences |

    exit mobile version | skip to content | skip to main content | skip to navigation | skip to footer | skip past newsletter | after newsletter promotion |
    skip past newsletter promotion | jump to comments | jump to content | back to top | return to top | back to home | back to homepage |
    return to homepage | back to the homepage | back to the front page | back to results | back to article | comments | # comments | # comment |
    show comments | show # comments | view comments | view # comments | view all comments | load comments | load more comments | hide comments |
    see comments | read comments | leave a comment | leave a reply | post a comment | post comment | add a comment | add comment |
    write a comment | comments are closed | comments are now closed | comments section | replies | tap to mute | tap to unmute | tap to play | play | pause |
    replay | mute | unmute | fullscreen | full screen | enter fullscreen | exit fullscreen | captions off | captions on | close | close menu | close window |
    open menu | menu | main menu | search | toggle navigation | toggle menu | toggle search | toggle sidebar | toggle caption | hide caption |
    show caption | enlarge image | enlarge this image | enlarge photo | expand image | click to enlarge | click to expand | loading | loading comments |
    loading video | loading player | # min | # mins | # min read | # minute read | # mins read | # minutes read | # min listen | reading time # min |
    reading time: # min | reading time: # minutes | image # of # | photo # of # | slide # of # | picture # of # | listen | listen to this article |
    listen to this story | listen to this episode | listen # min | page not found | error loading player | error loading media | video unavailable |
    content unavailable | audio unavailable | video not available | content not available | image not available | an error occurred |
    an error has occurred | translated by google | buffering | undefined | null | nan | [object object] | image caption | media caption | image copyright | image source | image credit | getty images |

    tk | tktk | tk tk | photo tk | photo credit: tk | photo credit tk | credit: tk | caption: tk | caption tk | headline tk | byline tk | quote tk |
    headline here | headline goes here | text here | text goes here | body text here | body text goes here | copy here | copy goes here |
    caption here | caption goes here | quote here | quote goes here | image here | image goes here | photo here | photo goes here | title here |
    title goes here | byline here | byline goes here | standfirst here | subhead here | dummy text | sample text | placeholder text | filler text |
    placeholder | placeholder image | test test | test test test | testing testing | to come | more to come | more to follow | (more) |
    (more to come) | (more to follow) | ends | end | (ends) | (end) | -ends- | - ends - | --ends-- | ---ends--- | -end- | - end - | -30- | - 30 - |
    –30– | – 30 – | —30— | — 30 — | --30-- | ### | #### | ##### | # # #
    """
)
#: what leads to another page, before a colon, a stroke or a dash
_LEADS = _phrases(
    """
    related | recommended | recommended for you | trending | trending now | more | in pictures | in photos | watch | watch live | watch now | watch next |
    watch again | watch also | listen | listen live | listen now | video | live | must read | read more | read next | read also | also read | see also | see more |
    up next | don't miss | most read | most popular | related news | related article | related articles | related story | related stories |
    related coverage | related content | related reading | related topics | related links | related posts | related video | related videos |
    more stories | what to read next | you may like | you may also like | you might like | you might also like | you might be interested in |
    editor's pick | editor's picks | editors' picks | editor's choice | top stories | latest news | next article | previous article | next story |
    previous story | advertisement | advertising | ad | sponsored | sponsored content | promoted | tags | tag | tagged | tagged with | tagged as |
    tagged in | filed under | filed in | posted in | posted on | posted under | category | categories | topics | keywords | share this | slug | dek | todo |
    eds | desk note | editors note to desk | fixme
    """
)
#: how a line begins that asks something of the reader, or says what the page does, however it goes on
_OPENINGS = _phrases(
    """
    related coverage from | see also | also read | read also | watch also | other topics of interest | read the full | read the original | read the rest of |
    read the complete | read our full | read full | view the full | view full | see the full | see full | read more here | read more about | read more on |
    read more from | read more at | read more in | read more stories | read more of our | watch the video | watch the full video | watch the clip |
    watch the interview | view the video | view video | see the video | play the video | continue reading | keep reading | click here | click to | tap here |
    tap to | swipe left | swipe right | swipe to | scroll to continue | scroll down to continue | scroll down for | scroll for more |
    story continues below | story continues after | story continues under | article continues below | article continues after | this story continues |
    this article continues | the story continues below | the article continues below | content continues below | content continues after |
    text continues | post continues | advertisement continue reading | advertisement scroll to | advertisement skip | advertisement story continues |
    advertisement article continues | sponsored by | promoted by | sign up for | sign up to | sign up here | sign up now | sign up today | subscribe to |
    subscribe for | subscribe now | subscribe today | subscribe here | register for free | register now | register here | register to continue | register to read | register to comment | log in to | sign in to |
    create an account to | create a free account | create your free account | create your account | get our free | get our daily | get our newsletter |
    get the latest news | get the latest | get breaking news | get the day's | get all the latest | get the app | get our app | get the best of |
    receive our | receive the latest | receive breaking news | follow us | like us on | find us on | join us on | join our | follow our | support our journalism | support our work | visit our | download our |
    download the app | download the free | get our | open our app | open the app | support independent journalism | support local journalism |
    support quality journalism | become a member | become a subscriber | become a supporter | become a patron | make a donation |
    make a contribution | join the conversation | join the discussion | join the debate | have your say | let us know what you think |
    let us know your | let us know in the comments | tell us what you think | report a typo | report an error | report a mistake |
    report an inaccuracy | spotted a typo | spotted an error | send tips | send us | send your tips | send corrections | send feedback | contact us at |
    contact us on | contact us by | write to us at | email us at | e-mail us at | rate this article | rate this story | already a subscriber |
    already a member | already registered | already subscribed | thank you for subscribing | thanks for subscribing | thank you for signing up |
    thank you for reading | thanks for reading | thanks for signing up | you have reached your | this article is for subscribers | this story is for subscribers |
    this article is only available to | this content is only available to | this article is reserved for | this content is reserved for |
    this article is exclusive to | this content is for subscribers | your email address will not | your e-mail address will not |
    enter your email | enter your e-mail | we use cookies | this site uses cookies | this website uses cookies | this page uses cookies | share this | share on | share via |
    stay informed with | stay informed by | stay updated with | stay connected with | stay tuned for | tweet this | email this | print this |
    this article was published | this article was first published | this article was originally published | this article first appeared |
    this article originally appeared | this article appeared | this story was published | this story was first published |
    this story was originally published | this story first appeared | this story originally appeared | this post was originally published |
    this post originally appeared | this post first appeared | this piece was originally published | this piece originally appeared |
    this piece first appeared | this report was originally published | this report was first published | this interview was originally published |
    this column was originally published | this column first appeared | it was first published on | it was originally published on |
    it was originally published by | originally published on | originally published in | originally published at | originally published by | first published on |
    all rights reserved | this material may not be | not to be reproduced | reproduction in whole or in part | your browser does not | your browser doesn't |
    your browser can't | javascript is disabled | javascript is required | javascript is not | javascript must be | please enable javascript | enable javascript | please enable cookies | enable cookies |
    this video is not available | this video is no longer available | this video is unavailable | this video isn't available |
    this video is currently unavailable | this video is restricted | this video cannot be played | this video can't be played |
    sorry, this video | sorry, this content | sorry, this page | this content is not available | this content is no longer available |
    this content is currently unavailable | this content isn't available | this page is not available | this page cannot be found | the page you are looking for | the page you requested |
    page not found | the video cannot be played | the media could not be loaded | media could not be loaded | media playback is | playback of this video | error loading | error 404 |
    404 not found | 404 error | view this post on | view original tweet | view on instagram | view on twitter | view on facebook | view on youtube |
    view on x | a post shared by | powered by disqus | powered by wordpress | comments powered by | insert photo | insert picture | insert image | insert quote |
    insert video | insert link | insert headline | insert name | insert caption | insert map | insert graphic | type your text | enter your text |
    enter text | paste your text | start typing | start writing or type | lorem ipsum
    """
)
_MOST_WORDS = max(len(phrase.split()) for phrase in _OPENINGS)

#: a line that tells what somebody said is copy, whatever it begins with
_REPORTS = frozenset("said says told tells asked asks wrote writes urged urges warned warns".split())
_PUNCTUATION = " \t.:!?…»>›→*•,"
_NUMBER = regex.compile(r"\d+")
_SEPARATOR = regex.compile(r"[ \t]*(?::[ \t]?|[|»›][ \t]?|[–—][ \t]?|-{1,2}[ \t])")

#: whole lines that a list can't hold; each with characters, in small letters, of which every such line has one
_LINE_PATTERNS = (
    (("@", "twitter", "facebook", "instagram"), r"(?:follow|find|reach|contact|e-?mail)(?: \S+){1,4} (?:on|at|via)\b.{0,20}(?:@|twitter|facebook|instagram).{0,100}"),
    (("share", "tweet", "e-mail", "email", "facebook"), r"(?:(?:share|tweet|pin(?: it)?|print|e-?mail|copy link|save|whatsapp|facebook|twitter|x|linkedin|reddit|telegram)[ \t|·•,/:]*){2,}"),
    (("policy", "terms", "contact us"), r"(?:(?:(?:cookie|privacy) (?:policy|settings)|terms (?:of (?:use|service)|(?:and|&) conditions)|contact us|about us)[ \t|·•,/]*){2,}"),
    (("©", "(c)", "copyright"), r"(?:©|\(c\)|copyright(?: ©| \(c\))?)[ \t]*(?:19|20)\d\d\b.*"),
    (("?",), r"(?:what do you think|want .{0,60}|enjoy(?:ed|ing)? (?:this|what) .{0,60}|like (?:this|what) .{0,60}|do you (?:have|know).{0,60}|(?:got|have|spotted|know)(?: an?| any)?(?: news)? (?:tip|story|question|correction|error|mistake)s?.{0,40})\? "
             r"(?:let us|tell us|leave|share|join|contact|e-?mail|write to|send|get in touch|call|sign up|subscribe|follow|click|try|download|read|support|consider)\b.{0,120}"),
    (("you agree", "you consent", "you accept", "you acknowledge"), r"by (?:submitting|signing up|subscribing|clicking|entering|providing|registering)\b.{0,80}\byou (?:agree|consent|accept|acknowledge)\b.*"),
    (("more from",), r"more from(?: (?-i:The|\p{Lu}[\w.’'-]+)){1,4}"),
    (("filed under", "posted in"), r"(?:filed under|posted in)(?: \S+){1,3}"),
    (("tagged",), r"tagged [^.!?,]{1,40}(?:,[ \t]*[^.!?,]{1,40})+"),
    (("[",), r"\[(?:photo|image|video|embed|link|quote|caption|headline|byline|map|chart|graphic|tweet|pull ?quote|gallery|audio|playlist)\]"),
)  # fmt: skip
#: what is residue wherever it stands in a line; each with a piece that every match holds
_ANYWHERE = (
    ("(", r"\((?:related|see also|also read|read also|read more):[^()\n]{3,200}\)"),
    ("pic.twitter", r"\bpic\.twitter\.com/\w+"),
    ("//t.co/", r"\bhttps?://t\.co/\w+"),
    ("googletag", r"\bgoogletag\.[^\n]{0,300}"),
    ("adsbygoogle", r"[^\n]{0,60}\badsbygoogle\b[^\n]{0,300}"),
    ("document.", r"\bdocument\.(?:write|getElementById)\([^\n]{0,300}"),
    ("TK", r"(?-i:\bTKTK+\b|\bTK TK\b)"),
    ("[", r"\[(?:insert|tk|ck|todo|tbd|tbc|placeholder|to come|fact[- ]?check)\b[^\]\n]{0,80}\]"),
    ("[", r"\[(?:add|needs?|check|confirm|verify) (?:the |his |her |a )?(?:quotes?|names?|spellings?|dates?|figures?|sources?|titles?|ages?|links?|photos?|numbers?|this)\b[^\]\n]{0,60}\]"),
    ("[", r"\[(?:photo|image|video|embed|link|quote|name|age|title|caption|headline|byline)(?: (?:here|goes here|tk|tbc|to come)|: [^\]\n]{1,80})\]"),
    ("[", r"\[(?-i:PHOTO|IMAGE|VIDEO|EMBED|LINK|QUOTE|NAME|AGE|TITLE|CAPTION|HEADLINE|BYLINE|MAP|CHART|GRAPHIC|TWEET|PULL ?QUOTE)\b[^\]\n]{0,80}\]"),
    # shortcodes of publishing systems
    ("[", r"\[/(?:caption|gallery|embed|video|audio|playlist|tweet|iframe|button|pullquote)\]"),
    ("[", r"\[(?:caption|gallery|embed|video|audio|playlist|tweet|instagram|youtube|vimeo|iframe|button|pullquote|ads?)(?:[ _-][^\]\n=]{0,40}=[^\]\n]{0,300}\]?|[^\]\n]{0,40}\](?=https?:))"),
    ("[", r"\[/?(?:vc_\w+|et_pb_\w+|su_\w+|adrotate|contact-form[\w-]*|more-link|read-more|related[-_]\w+|pullquote)\b[^\]\n]{0,300}\]"),
    # template variables
    ("{", r"\{\{[^{}\n]{1,120}\}\}|\{%[^{}\n]{1,120}%\}|\$\{[\w.]{1,60}\}|\{(?:headline|title|name|byline|date|author|url|link|image|caption|excerpt|first_?name)\}"),
    ("%", r"<%[^%\n]{1,120}%>|%%[\w.-]{2,60}%%"),
    # entities and tags
    ("&", r"&(?:amp;)?(?:nbsp|amp|quot|lt|gt|[lr][sd]quo|mdash|ndash|hellip|#\d{2,5}|#x[0-9a-f]{2,5});"),
    ("<", r"<!--[^\n]{0,200}?-->"),
    ("<", r"</?(?:p|div|span|br|img|figure|figcaption|iframe|script|style|blockquote|strong|em|b|i|u|ul|ol|li|h[1-6]|section|article|aside|table|tr|td)(?:[ /][^<>\n]{0,300})?>"
          r"(?:[^<>\n]{0,80}</(?:p|div|span|figure|figcaption|iframe|script|style|h[1-6])>)?"),
    ("<a ", r"<a [^<>\n]{0,300}>(?:[^<>\n]{0,120}</a>)?"),
)  # fmt: skip


class Residue(DocumentRule):
    """A piece of the page, or of the publishing system, stands in the copy.

    "Read more", "Advertisement", an unfilled placeholder or a caption tag comes from the page around an article, or from the
    system that it was written in. Readers of other pages, feeds and archives see it as part of the story.
    """

    id = "copy/residue"
    severity = Severity.WARNING
    asserts = False
    examples = (
        Bad("The bridge reopened at noon.\n\n«Advertisement»\n\nTraffic was back to normal by four."),
        Bad("The bridge reopened at noon.\n\n«Read more: Ten bridges that never opened»"),
        Bad("The bridge reopened at noon.\n\n«Sign up for our newsletter, and never miss a bridge.»"),
        Bad("The bridge reopened at noon.\n\n«Image 3 of 12»\n\nTraffic was back to normal by four.\n\n«- 30 -»"),
        Bad("The bridge reopened at noon. «(Related: The mayor's long war on tolls.)»"),
        Bad("The bridge reopened at noon.\n\n«[INSERT PHOTO]»"),
        Bad("The bridge reopened at noon. «[check spelling]» Traffic was back to«&nbsp;»normal by four."),
        Bad("The bridge reopened at noon.\n\n«{{ teaser_links }}»"),
        Good("The bridge reopened at noon.\n\nThe party spent four million on advertising this year."),
        Good("“Read more, worry less,” the librarian told the children.\n\nRead more books, the mayor told the school."),
        Good("He told subscribers [in March] that prices would rise.\n\n“We [need] a page of our own,” he wrote, “and the [video] proves it.”"),
        Good("Stay informed, the ministry tells travellers, but the advice is hard to follow when the phones are down."),
        Good("The video could not be checked, and its location was not clear.\n\nIt appeared on Sunday that nobody had filmed it."),
        Good("“You may call me,” she says.\n\nPause.\n\n“Or not,” she says.\n\nTWITTER.\n\nWe asked our followers what they thought of the bridge."),
        Good("Don't miss these five bridges\n\nMost popular of all is the one at Marsh End, where 404 people crossed in an hour."),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        lines = tuple(_lines(article.text))
        for span in (*lines, *_pieces(article.text, lines)):
            place = article.place(span)
            found = " ".join(place.excerpt.split())
            yield self.report(place, f"“{found}” is part of the page or of the publishing system, not of the story; take it out.")


def _lines(text: str) -> Iterator[Span]:
    """Lines that are no copy as a whole, without the blanks around them."""
    start = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        if words and len(words) <= _LONGEST and _is_residue(words):
            at = start + len(line) - len(line.lstrip())
            yield Span(at, at + len(words))
        start += len(line)


def _is_residue(line: str) -> bool:
    low = line.casefold().replace("’", "'")
    whole = _NUMBER.sub("#", low)
    words = low.split()
    label = whole.removesuffix("...").rstrip(":…»>›→ ") if len(words) == 1 else whole.strip(_PUNCTUATION)  # "Pause." is a sentence, "Pause" is none
    if low in _LINES or label in _LINES:
        return True
    opens = any(" ".join(words[:n]).rstrip(_PUNCTUATION) in _OPENINGS for n in range(2, min(len(words), _MOST_WORDS) + 1))
    if opens and not _REPORTS.intersection(word.rstrip(_PUNCTUATION) for word in words):
        return True
    separator = _SEPARATOR.search(low)
    if separator and len(line) <= _LONGEST_LEAD and low[: separator.start()] in _LEADS:
        return True
    return any(any(sign in low for sign in signs) and _compiled(source).fullmatch(line.strip(_PUNCTUATION)) for signs, source in _LINE_PATTERNS)


def _pieces(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """Stretches outside the `lines` already found that only a system writes; of two that overlap, the first."""
    taken = list(lines)
    for sign, source in _ANYWHERE:
        if sign not in text:
            continue
        for match in _compiled(source).finditer(text):
            span = Span(*match.span())
            if not any(span.overlaps(other) for other in taken):
                taken.append(span)
                yield span


@cache
def _compiled(source: str) -> regex.Pattern[str]:
    """A pattern, compiled when a text first needs it: most need none."""
    return regex.compile(source, regex.IGNORECASE)
