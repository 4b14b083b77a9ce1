namespace Infra.Engine.Yaml;

/// <summary>Gathers the properties of a mapping: a key of its own wins over a merged one, an earlier merge over a later one.</summary>
internal sealed class YamlMappingBuilder(Action<YamlMark, string> problem)
{
    private readonly Dictionary<string, YamlProperty> _own = new(StringComparer.Ordinal);
    private readonly List<YamlProperty> _ordered = [];
    private readonly List<YamlNode> _merges = [];

    public void Add(YamlProperty property)
    {
        if (_own.TryGetValue(property.Key, out var first))
        {
            problem(property.Mark, $"mapping key \"{property.Key}\" already defined at line {first.Mark.Line}; keep one");
            return;
        }

        _own.Add(property.Key, property);
        _ordered.Add(property);
    }

    public void Merge(YamlNode value) => _merges.Add(value);

    public YamlMapping ToMapping(YamlMark mark)
    {
        var known = _own.Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var merge in _merges.SelectMany(static m => m is YamlSequence { Items: var items } ? items : [m]))
        {
            if (merge is YamlMapping mapping)
            {
                _ordered.AddRange(mapping.Properties.Where(p => known.Add(p.Key)));
            }
            else
            {
                problem(merge.Mark, "map merge requires map or sequence of maps as the value; write <<: and the alias of a mapping, such as *base");
            }
        }

        return new YamlMapping(mark, _ordered);
    }
}
