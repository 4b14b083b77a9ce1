using System.Text;

namespace Pulumi.Serialization;

/// <summary>Where in a resource the serializer stands. Text is made only for an error.</summary>
internal sealed class SerializationPath(string root)
{
    private readonly List<(string? Key, int Index)> _steps = [];

    public void Push(string key) => _steps.Add((key, 0));

    public void Push(int index) => _steps.Add((null, index));

    public void Pop() => _steps.RemoveAt(_steps.Count - 1);

    public void Clear() => _steps.Clear();

    public override string ToString()
    {
        var text = new StringBuilder(root);
        foreach (var (key, index) in _steps)
            _ = key is null ? text.Append('[').Append(index).Append(']') : text.Append('.').Append(key);
        return text.ToString();
    }
}
