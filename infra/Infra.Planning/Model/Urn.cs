using System.Diagnostics.CodeAnalysis;

namespace Infra.Planning.Model;

/// <summary>A Pulumi resource name: <c>urn:pulumi:STACK::PROJECT::PARENT$TYPES$TYPE::NAME</c>.</summary>
public sealed class Urn : IEquatable<Urn>
{
    private const string Prefix = "urn:pulumi:";
    private const string Separator = "::";

    private readonly string _text;
    private readonly int _stackEnd;
    private readonly int _projectEnd;
    private readonly int _typeEnd;

    private Urn(string text, int stackEnd, int projectEnd, int typeEnd)
    {
        _text = text;
        _stackEnd = stackEnd;
        _projectEnd = projectEnd;
        _typeEnd = typeEnd;
        Type = text[TypeStart..typeEnd];
        Name = text[(typeEnd + Separator.Length)..];
    }

    // Cut out when asked for: a plan holds thousands of these, and few readers ask.
    public string Stack => _text[Prefix.Length.._stackEnd];

    public string Project => _text[(_stackEnd + Separator.Length).._projectEnd];

    /// <summary>The types of all parents (without the stack) and the resource's own, joined by <c>$</c>.</summary>
    public string QualifiedType => _text[(_projectEnd + Separator.Length).._typeEnd];

    public string Type { get; }

    /// <summary>The logical name; it may itself contain <c>::</c>.</summary>
    public string Name { get; }

    private int TypeStart => Math.Max(_text.LastIndexOf('$', _typeEnd - 1, _typeEnd - _projectEnd) + 1, _projectEnd + Separator.Length);

    public static Urn Parse(string text) =>
        TryParse(text, out var urn)
            ? urn
            : throw new FormatException($"'{text}' is not a URN; it must read urn:pulumi:STACK::PROJECT::TYPE::NAME");

    public static bool TryParse(string? text, [NotNullWhen(true)] out Urn? urn)
    {
        urn = null;
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        // Only the first three separators count: everything after them is the name.
        var stackEnd = text.IndexOf(Separator, Prefix.Length, StringComparison.Ordinal);
        var projectEnd = stackEnd < 0 ? -1 : text.IndexOf(Separator, stackEnd + Separator.Length, StringComparison.Ordinal);
        var typeEnd = projectEnd < 0 ? -1 : text.IndexOf(Separator, projectEnd + Separator.Length, StringComparison.Ordinal);
        if (typeEnd < 0)
        {
            return false;
        }

        var isWhole = stackEnd > Prefix.Length
            && projectEnd > stackEnd + Separator.Length
            && typeEnd + Separator.Length < text.Length
            && !HasEmptyType(text.AsSpan((projectEnd + Separator.Length)..typeEnd));
        if (!isWhole)
        {
            return false;
        }

        urn = new Urn(text, stackEnd, projectEnd, typeEnd);
        return true;
    }

    public override string ToString() => _text;

    public bool Equals(Urn? other) => other is not null && string.Equals(_text, other._text, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as Urn);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);

    public static bool operator ==(Urn? left, Urn? right) => Equals(left, right);

    public static bool operator !=(Urn? left, Urn? right) => !Equals(left, right);

    private static bool HasEmptyType(ReadOnlySpan<char> qualifiedType) =>
        qualifiedType.IsEmpty || qualifiedType[0] == '$' || qualifiedType[^1] == '$' || qualifiedType.Contains("$$", StringComparison.Ordinal);
}
