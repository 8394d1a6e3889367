"""States and provinces that news copy writes behind a town, in full and as the AP abbreviates them; and what counts regions itself."""

from __future__ import annotations

REGIONS = frozenset(
    "Alabama Alaska Arizona Arkansas California Colorado Connecticut Delaware Florida Georgia Hawaii Idaho Illinois Indiana Iowa Kansas Kentucky "
    "Louisiana Maine Maryland Massachusetts Michigan Minnesota Mississippi Missouri Montana Nebraska Nevada Ohio Oklahoma Oregon Pennsylvania "
    "Tennessee Texas Utah Vermont Virginia Washington Wisconsin Wyoming Ontario Quebec Alberta Manitoba Saskatchewan Ala. Ariz. Ark. Calif. Colo. "
    "Conn. Del. Fla. Ga. Ill. Ind. Kan. Ky. La. Md. Mass. Mich. Minn. Miss. Mo. Mont. Neb. Nev. Okla. Ore. Pa. Tenn. Tex. Vt. Va. Wash. Wis. Wyo. "
    "D.C. N.Y. N.J. N.H. N.C. S.C. N.D. S.D. W.Va.".split()
) | {
    "New York",
    "New Jersey",
    "New Hampshire",
    "New Mexico",
    "North Carolina",
    "South Carolina",
    "North Dakota",
    "South Dakota",
    "West Virginia",
    "Rhode Island",
}
NOUNS = frozenset({"states", "provinces", "countries", "nations", "territories", "governments", "members", "republics"})
