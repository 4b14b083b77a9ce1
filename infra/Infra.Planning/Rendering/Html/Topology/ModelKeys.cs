namespace Infra.Planning.Rendering.Html.Topology;

/// <summary>Letters and colours for who has the slots of a picture. There are fewer colours than there may be models: the letters tell them apart.</summary>
internal sealed class ModelKeys
{
    private const int Colours = 10;

    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);

    /// <summary>By which names are in the order of their letters.</summary>
    public int PlaceOf(string name)
    {
        if (!_keys.TryGetValue(name, out var index))
        {
            _keys[name] = index = _keys.Count;
        }

        return index;
    }

    public string LetterOf(string name) => Letters(PlaceOf(name));

    public string ColourOf(string name) => $"c{PlaceOf(name) % Colours}";

    // A to Z, then AA, AB and so on.
    private static string Letters(int index) => index < 26 ? $"{(char)('A' + index)}" : $"{Letters((index / 26) - 1)}{(char)('A' + (index % 26))}";
}
