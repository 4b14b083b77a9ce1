using System.Text.Json;
using Infra.Core.Configuration.Binding;

namespace Infra.Core.Configuration;

/// <summary>
/// Binds the JSON text of one configuration key to a documented record, strictly: every key must be known, every value of
/// the right type and in range. Keys are the property names in camelCase, C# <c>required</c> makes a key mandatory, and the
/// initialisers of the record are the defaults.
/// </summary>
public static class ConfigBinder
{
    // As deep as a file is read; the binder itself goes no deeper than its records.
    private static readonly JsonDocumentOptions _options = new() { MaxDepth = 256 };

    /// <summary>Binds a value and adds everything that is wrong with it to <paramref name="problems"/>; throws for no input text.</summary>
    /// <param name="path">The full key, for example <c>gpu-inference:pools</c>; the start of every problem's path.</param>
    /// <param name="json">The value as <c>Pulumi.Config.Get</c> returns it for a structured value.</param>
    /// <param name="problems">Where the problems go, in document order.</param>
    /// <typeparam name="T">
    /// A record, or an <c>ImmutableArray</c> or <c>ImmutableSortedDictionary</c> of records; properties may also be string,
    /// bool, int, double, an enum, an <see cref="IConfigScalar{TSelf}"/>, and nullable ones of these.
    /// </typeparam>
    /// <returns>
    /// The value. Where something could not be read it holds a placeholder (empty text, 0, an empty list), so that entries keep
    /// their index and rules across keys can still run: build from it only while <see cref="ConfigProblems.IsEmpty"/>.
    /// If the text is no JSON or another kind of value altogether: an empty list or map, or null for a record.
    /// </returns>
    public static T? Bind<T>(string path, string json, ConfigProblems problems)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(problems);

        var binder = ValueBinders.For(typeof(T));
        using var document = Parse(path, json, binder, problems);
        return document is not null && binder.Bind(document.RootElement, path, [], problems) is T value ? value : Nothing<T>(binder);
    }

    // The default of ImmutableArray throws on every use.
    private static T? Nothing<T>(ValueBinder binder) => binder.Entries is null ? default : (T)binder.Placeholder;

    private static JsonDocument? Parse(string path, string json, ValueBinder binder, ConfigProblems problems)
    {
        try
        {
            return JsonDocument.Parse(json, _options);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // The text itself is not shown: a value that does not parse may be anything, a secret too.
            var found = string.IsNullOrWhiteSpace(json) ? "the value is empty" : "the value is no valid JSON" + Position(exception);
            problems.Add(path, $"{binder.Expected} was expected, but {found}", "write a structured value below the key, or JSON");
            return null;
        }
    }

    private static string Position(Exception exception) =>
        exception is JsonException { LineNumber: { } line, BytePositionInLine: { } column } ? $" (line {line + 1}, byte {column + 1})" : "";
}
