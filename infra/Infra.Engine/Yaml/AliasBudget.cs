namespace Infra.Engine.Yaml;

/// <summary>
/// Tells when a document is mostly aliases: a hundred lines of them can stand for billions of nodes. The rule is the one of
/// Go's yaml.v3: the more nodes there are, the smaller the part of them that may come from aliases.
/// </summary>
internal sealed class AliasBudget
{
    /// <summary>What an exception says.</summary>
    public const string Exceeded = "document contains excessive aliasing; write the values in the place of the aliases";

    private const double Small = 400_000;
    private const double Large = 4_000_000;
    private const double ShareWhenSmall = 0.99;
    private const double ShareWhenLarge = 0.10;

    private readonly HashSet<YamlNode> _met = new(ReferenceEqualityComparer.Instance);
    private long _nodes;
    private long _aliased;
    private int _depth;

    /// <summary>Counts a node before it is written.</summary>
    /// <returns>Whether it came from an alias; <see cref="Leave"/> wants to know.</returns>
    /// <exception cref="YamlDocumentException">There are too many.</exception>
    public bool Enter(YamlNode node)
    {
        // Only what holds others can multiply.
        var isAlias = node is not YamlScalar && !_met.Add(node);
        _depth += isAlias ? 1 : 0;
        _nodes++;
        _aliased += _depth > 0 ? 1 : 0;
        return _aliased > 100 && _nodes > 1_000 && _aliased > _nodes * AllowedShare()
            ? throw new YamlDocumentException(node.Mark, Exceeded)
            : isAlias;
    }

    public void Leave(bool wasAlias) => _depth -= wasAlias ? 1 : 0;

    private double AllowedShare() => _nodes switch
    {
        <= (long)Small => ShareWhenSmall,
        >= (long)Large => ShareWhenLarge,
        _ => ShareWhenSmall - ((ShareWhenSmall - ShareWhenLarge) * ((_nodes - Small) / (Large - Small))),
    };
}
