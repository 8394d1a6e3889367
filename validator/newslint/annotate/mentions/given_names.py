"""Given names common in English-language news, by sex. Names used for both are left out of both and stand apart."""

from __future__ import annotations

MALE = frozenset(
    """
    aaron abdel abdul abdulla abdullah abraham adam adrian ahmad ahmed alan albert aleksandar aleksander aleksandr alejandro alessandro
    alexander alexandre alexei alexey alfred ali allan allen alberto alfonso alvaro amir anatoly anders andre andreas andrei andrej andres
    andrew andrey andrii andriy andrzej angelo anthony antoine anton antonio antony arnold arthur artur arturo asif atef august austin avi
    aziz barack barry bashar bart ben benjamin benny bernard bernie bill billy björn bob bobby bogdan boris bradley brandon brad brendan
    brett brian bruce bruno bryan carl carlos cesar chad charles charlie chris christian christoph christophe christopher chuck claude
    claudio clint clive cody colin connor corey craig curtis cyril damian damien dan daniel daniele danny darren dario dave david davide
    dean dennis denis denys derek diego dieter dimitri dimitris dmitri dmitriy dmitry dmytro dominic dominik dominique don donald doug
    douglas duncan dustin dwight dylan earl ed eddie edgar eduard eduardo edward edwin ehud elias elijah emanuel emil emmanuel enrique
    enrico eric erich erik ernest ernesto esteban ethan eugene evan evgeny fabio fabian federico felipe felix ferdinand fernando florian
    francesco francisco franco francois françois frank franz fred frederick fredrik friedrich gareth gary gavin geoff geoffrey george
    georges gerald gerard gerhard gerry giacomo gianni gideon gilbert gilles giorgio giovanni giuseppe glen glenn gordon graham greg gregory
    guido guillaume guillermo gustavo guy hamid hans harold harry harvey hasan hassan hector heiko heinz helmut henri henrik henry herbert
    herman hermann horst howard hugh hugo hussain hussein ian ibrahim igor ilya imran isaac ismail ivan jack jackson jacob jacques jaime
    jair jake jakub james jamie jan janez janusz jared jarosław jason javier jeff jeffrey jens jeremy jerome jerry jesse jesus jim jimmy
    joachim joao joaquin jochen joe joel johan johann john johnny jon jonas jonathan jorge jose josef joseph josh joshua josé juan julian
    julio jurgen justin jürgen karim karl keir keith ken kenneth kevin khaled khalid kirill kirk klaus konstantin kurt kyle kyrylo lance
    larry lars laurence laurent lawrence leo leon leonard leonardo leonid leopold lewis liam lloyd lorenzo louis luca lucas luciano ludwig
    luigi luis lukas luke luiz maciej magnus mahmoud malcolm manfred manuel marc marcel marcelo marcin marco marcus marek mario marius mark
    marko markus marshall martin marvin massimo mateusz mathias matt matteo matthew matthias maurice mauricio max maxim maxime maximilian
    mehmet michael michal michel miguel mike mikhail miklos mikael milan milos miloš mitch mitt mohamed mohammad mohammed mohsen moshe
    mohamad muhammad muhammed mustafa mykhailo mykola naftali nathan nathaniel ned neil nelson newt nicholas nick nicolas nicolás niels
    nigel nikita nikola nikolai nikolay nils noah noel norman oleg oleh oleksandr oleksiy oleksii oliver olivier omar orlando oscar oskar
    osman otto owen pablo paolo pascal patrice patrick paul paulo pavel pavlo pawel pedro per pete peter petr petro petros phil philip
    philipp philippe phillip pierre pieter piotr rafael raffaele rahul rainer ralph ramon ramzan randall randy raphael rashid raul raymond
    recep reinhard reuben rex ricardo richard rick ricky rishi rob robert roberto rodney rodrigo roger roland roman ron ronald ronnie rory
    ross roy ruben rudolf rudy rupert ruslan russell ryan said salem salman salvador salvatore sam sami samir samuel sanjay santiago scott
    sean sebastian sebastião sebastien serge sergei sergey sergii sergio serhii serhiy seth shane shaun shawn shehbaz sidney silvio simon
    slobodan stanislav stefan stefano stephan stephen steve steven stewart stuart sven syed tariq tayyip ted terence terry theo theodore
    thierry thomas tim timothy tobias toby todd tom tomas tomasz tommy tony travis trevor tyler umberto valentin valeriy valery vasily vasyl
    viacheslav victor viktor vikram vincent vincenzo vitali vitaliy vitaly vittorio vlad vladimir vladislav volker volodymyr vyacheslav
    walter warren wayne wendell werner wesley wilfried will willem william willy winston wolfgang xavier yair yakov yaroslav yasser yevgeny
    yevhen yitzhak yoav yossi yousef youssef yuri yuriy yury yusuf zac zachary zoran
    """.split()
)
FEMALE = frozenset(
    """
    abigail ada adele agnes agnieszka aisha alexandra alexandria alice alicia alina alison allison amanda amelia amy ana anastasia andrée
    angela angelina anita anja ann anna annalena anne annette annie antonia ariane ashley astrid audrey barbara beata beatrice becky belinda
    bella bernadette beth betsy bettina betty beverly birgit bonnie brenda bridget brigitte brittany camilla camille cara carla carly carmen
    carol carole carolina caroline carolyn catherine cathy cecilia celia charlotte chelsea chiara christiane christina christine chloe cindy
    claire clara claudia cristina cynthia daisy daniela danielle daria dawn deborah debra debbie deirdre delia denise diana diane dina
    dolores donna dorothy edith eileen elaine eleanor elena eleni elisabeth elise eliza elizabeth ella ellen elsa emily emma erica erika
    erin esther eva eve evelyn fatima fiona flora florence frances francesca françoise gabriela gabrielle geraldine gertrude gillian gina
    giorgia gloria grace greta gwen hannah harriet heather heidi helen helena helene hilary hillary ida ilse ines ingrid irene irina iris
    isabel isabella isabelle ivana ivanka jacinda jacqueline jana jane janet janice jeanne jennifer jenny jessica jill joan joanna joanne
    jocelyn johanna josephine joy joyce juanita judith judy julia juliana julie juliet june justine kaja kamala karen karin karina karoline
    kate katarina katerina katharina katherine kathleen kathryn kathy katie katrin kayla kellyanne keren kirsten kristen kristin kristina
    laura lauren laurie lea leila lena leslie-ann leticia lidia lillian lily linda lindsay lindsey lisa liudmila liz lois lorraine louise
    lucia lucy ludmila luisa lydia lyudmila madeleine madison magdalena maggie maia mairead malala malgorzata manuela margaret margarita
    margot maria marianne marie marina marine marion marjorie marlene marta martha martina mary marcia maureen maya megan melania melanie
    melinda melissa mercedes meredith mette mia michelle mila mildred milena miriam molly mona monica monika muriel myriam nadia nadine
    nancy naomi natalia natalie natalya natasha nicola nicole nikki nina nora norma olena olga olha oksana olivia ophelia pamela patricia
    paula paulina pauline peggy penelope penny petra phyllis polina priscilla priti rachel ramona rebecca regina renata renee rita roberta
    rosa rosalie rosemary rose roxana ruth sabine sabrina sally samantha sandra sanna sara sarah selena sharon sheila sheikha sherry shirley
    silvia simone sinead sofia sonia sophia sophie stacey stella stephanie sue susan susana susanne suzanne svetlana svitlana sylvia sylvie
    tamara tania tanya tara tatiana tatyana teresa theresa tiffany tina tracy tsai ursula uliana valentina valeria valerie vanessa vera
    veronica veronika victoria viktoria viola violet virginia vivian wanda wendy xiomara yana yelena yevgenia yolanda yulia yuliia yvette
    yvonne zoe zuzana
    """.split()
)
EITHER = frozenset(
    """
    alex andrea ariel avery casey chris dana drew francis gabriel jean jessie jordan kelly kim kerry lee leslie lynn marley morgan nicky pat
    robin sam sasha sidney stacy terry tracey jackie toni jody
    """.split()
)
ALL = MALE | FEMALE | EITHER


def sex_of(given: str) -> str | None:
    """ "m" or "f" for a given name (lower case) borne by one sex, else None."""
    if given in EITHER:
        return None
    return "m" if given in MALE else "f" if given in FEMALE else None
