namespace Infra.Automation.Yaml;

/// <summary>A part of a YAML text, with the characters where it stands: what an edit replaces.</summary>
/// <param name="Start">The first character, that of an anchor or a tag included.</param>
/// <param name="End">The character after the last one; of a block its last value's, without comments that follow.</param>
/// <param name="Anchor">Its own anchor; null for none.</param>
internal abstract record YamlPlace(int Start, int End, string? Anchor)
{
    /// <summary>It and all below it.</summary>
    public IEnumerable<YamlPlace> Subtree => Children.SelectMany(child => child.Subtree).Prepend(this);

    /// <summary>What it consists of, keys included.</summary>
    public virtual IEnumerable<YamlPlace> Children => [];

    /// <param name="Value">What it says.</param>
    /// <param name="IsPlain">Whether it stands there without quotes, so that <c>2</c> is a number.</param>
    /// <param name="IsBlock">Whether it spans lines of its own, after <c>|</c> or <c>&gt;</c>.</param>
    internal sealed record Scalar(int Start, int End, string? Anchor, string Value, bool IsPlain, bool IsBlock) : YamlPlace(Start, End, Anchor);

    /// <param name="Name">The anchor that it stands for.</param>
    internal sealed record Alias(int Start, int End, string Name) : YamlPlace(Start, End, null);

    /// <param name="Items">Its items.</param>
    /// <param name="IsFlow">Whether it stands in brackets.</param>
    internal sealed record List(int Start, int End, string? Anchor, IReadOnlyList<YamlPlace> Items, bool IsFlow) : YamlPlace(Start, End, Anchor)
    {
        /// <inheritdoc/>
        public override IEnumerable<YamlPlace> Children => Items;
    }

    /// <param name="Entries">Its entries, in their order.</param>
    /// <param name="IsFlow">Whether it stands in braces.</param>
    internal sealed record Map(int Start, int End, string? Anchor, IReadOnlyList<(Scalar Key, YamlPlace Value)> Entries, bool IsFlow) : YamlPlace(Start, End, Anchor)
    {
        /// <inheritdoc/>
        public override IEnumerable<YamlPlace> Children => Entries.SelectMany(entry => new[] { entry.Key, entry.Value });

        /// <summary>What stands there for a key, itself; null where nothing does.</summary>
        public YamlPlace? Own(string key) => Entries.Where(entry => entry.Key.Value == key).Select(entry => entry.Value).FirstOrDefault();
    }
}
