using System.Diagnostics.CodeAnalysis;

namespace Infra.Planning.Model;

/// <summary>A Pulumi resource name: <c>urn:pulumi:STACK::PROJECT::PARENT$TYPES$TYPE::NAME</c>.</summary>
public sealed class Urn : IEquatable<Urn>
{
    private const string Prefix = "urn:pulumi:";
    private const string Separator = "::";

    private readonly string _text;

    private Urn(string text, string stack, string project, string qualifiedType, string name)
    {
        _text = text;
        Stack = stack;
        Project = project;
        QualifiedType = qualifiedType;
        Type = qualifiedType[(qualifiedType.LastIndexOf('$') + 1)..];
        Name = name;
    }

    public string Stack { get; }

    public string Project { get; }

    /// <summary>The types of all parents (without the stack) and the resource's own, joined by <c>$</c>.</summary>
    public string QualifiedType { get; }

    public string Type { get; }

    /// <summary>The logical name; it may itself contain <c>::</c>.</summary>
    public string Name { get; }

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

        var stack = text[Prefix.Length..stackEnd];
        var project = text[(stackEnd + Separator.Length)..projectEnd];
        var type = text[(projectEnd + Separator.Length)..typeEnd];
        var name = text[(typeEnd + Separator.Length)..];
        if (stack.Length == 0 || project.Length == 0 || name.Length == 0 || HasEmptyType(type))
        {
            return false;
        }

        urn = new Urn(text, stack, project, type, name);
        return true;
    }

    public override string ToString() => _text;

    public bool Equals(Urn? other) => other is not null && string.Equals(_text, other._text, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as Urn);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);

    public static bool operator ==(Urn? left, Urn? right) => Equals(left, right);

    public static bool operator !=(Urn? left, Urn? right) => !Equals(left, right);

    private static bool HasEmptyType(string qualifiedType) =>
        qualifiedType.Length == 0 || qualifiedType[0] == '$' || qualifiedType[^1] == '$' || qualifiedType.Contains("$$", StringComparison.Ordinal);
}
