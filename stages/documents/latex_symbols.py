"""Characters of a formula's text layer as LaTeX commands of math mode."""

SYMBOLS: dict[str, str] = dict(
    pair.split(" ", 1)
    for pair in r"""
α \alpha|β \beta|γ \gamma|δ \delta|ϵ \epsilon|ε \varepsilon|ζ \zeta|η \eta|θ \theta|ϑ \vartheta|ι \iota|κ \kappa
λ \lambda|μ \mu|µ \mu|ν \nu|ξ \xi|π \pi|ϖ \varpi|ρ \rho|ϱ \varrho|σ \sigma|ς \varsigma|τ \tau|υ \upsilon|ϕ \phi
φ \varphi|χ \chi|ψ \psi|ω \omega|Γ \Gamma|Δ \Delta|∆ \Delta|Θ \Theta|Λ \Lambda|Ξ \Xi|Π \Pi|Σ \Sigma|Υ \Upsilon
Φ \Phi|Ψ \Psi|Ω \Omega|Ω \Omega|ℓ \ell|ℏ \hbar|ℜ \Re|ℑ \Im|ℵ \aleph|℘ \wp|ı \imath|ȷ \jmath|∂ \partial|∇ \nabla
∞ \infty|∅ \emptyset|∀ \forall|∃ \exists|¬ \neg|⊤ \top|⊥ \perp|∠ \angle|△ \triangle|′ \prime|″ \prime\prime|° ^{\circ}
± \pm|∓ \mp|× \times|÷ \div|· \cdot|⋅ \cdot|∗ *|⋆ \star|∘ \circ|◦ \circ|• \bullet|⊕ \oplus|⊖ \ominus|⊗ \otimes|⊙ \odot
∪ \cup|∩ \cap|⊎ \uplus|⊔ \sqcup|⊓ \sqcap|∨ \vee|∧ \wedge|∖ \setminus|≀ \wr|† \dagger|‡ \ddagger|− -|‐ -|– -
≤ \leq|⩽ \leq|≥ \geq|⩾ \geq|≪ \ll|≫ \gg|≠ \neq|≡ \equiv|∼ \sim|≃ \simeq|≈ \approx|≅ \cong|∝ \propto|≺ \prec
≻ \succ|⊂ \subset|⊃ \supset|⊆ \subseteq|⊇ \supseteq|∈ \in|∋ \ni|∉ \notin|⊢ \vdash|⊣ \dashv|⊨ \models
∥ \parallel|‖ \Vert|≜ \triangleq|≐ \doteq|≲ \lesssim|≳ \gtrsim|⌊ \lfloor|⌋ \rfloor|⌈ \lceil|⌉ \rceil|⟨ \langle
⟩ \rangle|〈 \langle|〉 \rangle|← \leftarrow|→ \rightarrow|↔ \leftrightarrow|⇐ \Leftarrow|⇒ \Rightarrow
⇔ \Leftrightarrow|↦ \mapsto|⟶ \longrightarrow|⟹ \Longrightarrow|⟺ \Longleftrightarrow|↑ \uparrow|↓ \downarrow
↪ \hookrightarrow|⇀ \rightharpoonup|⇌ \rightleftharpoons|… \ldots|⋯ \cdots|⋮ \vdots|⋱ \ddots|∑ \sum|∏ \prod
∐ \coprod|∫ \int|∬ \iint|∭ \iiint|∮ \oint|⋃ \bigcup|⋂ \bigcap|⨁ \bigoplus|⨂ \bigotimes|⋁ \bigvee|⋀ \bigwedge
ℝ \mathbb{R}|ℕ \mathbb{N}|ℤ \mathbb{Z}|ℚ \mathbb{Q}|ℂ \mathbb{C}|ℙ \mathbb{P}|ℒ \mathcal{L}|ℋ \mathcal{H}
{ \{|} \}|% \%|$ \$|# \#|& \&|_ \_|□ \square|■ \blacksquare|∎ \blacksquare
""".replace("\n", "|")
    .strip("|")
    .split("|")
    if pair
)
SYMBOLS["∣"] = "|"  # which parts the pairs above

BIG_OPERATORS = frozenset("∑∏∐⋃⋂⨁⨂⋁⋀")  # their limits stand above and below
INTEGRALS = frozenset("∫∬∭∮")  # their limits are scripts
LIMIT_WORDS = frozenset({"lim", "max", "min", "sup", "inf", "argmax", "argmin", "limsup", "liminf"})
FUNCTIONS = LIMIT_WORDS - {"argmax", "argmin"} | frozenset(
    ["sin", "cos", "tan", "cot", "sec", "csc", "sinh", "cosh", "tanh", "coth", "arcsin", "arccos", "arctan", "log", "ln", "lg", "exp", "det", "dim", "ker", "deg", "gcd", "hom", "arg", "Pr"]
)
ACCENTS = {
    "˙": r"\dot",
    "¨": r"\ddot",
    "ˆ": r"\hat",
    "^": r"\hat",
    "˜": r"\tilde",
    "~": r"\tilde",
    "¯": r"\bar",
    "ˉ": r"\bar",
    "´": r"\acute",
    "`": r"\grave",
    "ˇ": r"\check",
    "˘": r"\breve",
    "⃗": r"\vec",
}
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-*/=<>()[]|!?.,:;'")


def symbol(char: str) -> str | None:
    """Return the command of a character, itself where it needs none, None where it has none."""
    if char in _PLAIN:
        return char
    return SYMBOLS.get(char)
