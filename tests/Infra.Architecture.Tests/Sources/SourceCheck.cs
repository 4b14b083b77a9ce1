using System.Text.RegularExpressions;

namespace Infra.Architecture.Tests.Sources;

/// <summary>House rules that a line of source can break. Each gives one line per finding.</summary>
internal static partial class SourceCheck
{
    private const int Ceiling = 300;

    public static IEnumerable<string> TooLong(SourceFile file) =>
        file.Lines.Length > Ceiling ? [$"{file.Path}: {file.Lines.Length} lines; the ceiling is {Ceiling}"] : [];

    public static IEnumerable<string> ConditionalCompilation(SourceFile file) =>
        Where(file, line => line.TrimStart().StartsWith("#if", StringComparison.Ordinal), "one source for both builds: no #if");

    public static IEnumerable<string> Unsealed(SourceFile file) => Where(
        file,
        line => Declaration().Match(line) is { Success: true } match && !Closed().IsMatch(match.Groups["modifiers"].Value),
        "a class or record is sealed, static or abstract");

    /// <summary>Images and digests stand in the file of pins, with source and date.</summary>
    public static IEnumerable<string> StrayPins(SourceFile file) => IsPins(file)
        ? []
        : Where(file, line => Image().IsMatch(line), "an image's tag or digest stands in the files of pins");

    /// <summary>Whether it is one of the files of pins: <c>Pins.cs</c>, or <c>Pins.CONCERN.cs</c>.</summary>
    public static bool IsPins(SourceFile file) => Path.GetFileName(file.Path).StartsWith("Pins.", StringComparison.Ordinal);

    /// <summary>A test that sleeps is slow where it needn't be and fails where the machine is slower still.</summary>
    public static IEnumerable<string> Sleeps(SourceFile file) =>
        Where(file, line => Sleep().IsMatch(line), "no test sleeps: move the clock (TimeProvider) or wait for an event");

    private static IEnumerable<string> Where(SourceFile file, Func<string, bool> broken, string rule) =>
        file.Lines.Index().Where(line => broken(line.Item)).Select(line => $"{file.Path}({line.Index + 1}): {rule}");

    [GeneratedRegex(@"^\s*(?<modifiers>((public|internal|private|protected|sealed|static|abstract|partial|readonly|file) )+)(class|record)(?! struct) \w")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\b(sealed|static|abstract)\b")]
    private static partial Regex Closed();

    [GeneratedRegex(@"(?<!Threading\.|Tasks\.)\b(Thread\.Sleep|Task\.Delay)\(")]
    private static partial Regex Sleep();

    [GeneratedRegex(@"""[\w.-]+(/[\w.-]+)+(:v?\d[\w.-]*|:latest|@sha256:)")]
    private static partial Regex Image();
}
