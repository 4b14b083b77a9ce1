using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Infra.Core.Configuration;

namespace Infra.Core.Tests.Configuration;

public sealed partial class ConfigBinderPropertyTests
{
    private const string Root = "gpu-inference:pools";

    private const string Document =
        """
        [{"name": "t4", "instanceTypes": ["g4dn.xlarge"], "capacity": {"min": 1, "max": 4, "kind": "spot"}, "rootVolume": "200Gi",
          "reserved": 0.5, "grace": "1m30s", "labels": {"a": "1"}, "comment": null, "legacy": true, "spotShare": 0.25, "ports": [80]}]
        """;

    // What typists, templates and attackers put into JSON.
    private static readonly string[] Pieces =
    [
        "", "{", "}", "[", "]", ",", ":", "\"", "\\", "null", "-", "0", "[[[[", "\"\\udc00\":1,", "\ud800", "\u0000", "\n", "\"name\":", "\"capacity\":{},", "// c", "😀", "NaN", "٣",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1.5", "-0.0", "1e400", "99999999999999999999", "\"\"", "\"16GB\"", "\"1.30\"", "\"\\ud800\"", "\"a\\nb\"", "[]", "[[null]]", "{}",
        "{\"secure\":\"x\"}", "{\"\\udc00\":1}", "{\"name\":1,\"name\":2}",
    ];

    private static readonly string[] Keys = ["\"\"", "\"name\"", "\"nmae\"", "\"max\"", "\"secure\"", "\"a.b/c\"", "\"\\ud800\"", "\"\\n\""];

    [Fact]
    public void No_text_makes_the_binder_throw_and_every_problem_lies_under_the_key() =>
        Properties.Hold<(int Position, int Length, int Piece)[]>(mutations => BindsOrExplains(Mutate(mutations)));

    [Fact]
    public void Nor_does_any_exchanged_key_or_value() =>
        Properties.Hold<(int Token, int Replacement)[]>(exchanges => BindsOrExplains(Exchange(exchanges)), tests: 1000);

    [Fact]
    public void Nor_does_any_arbitrary_text() => Properties.Hold<FsCheck.NonNull<string>>(text => BindsOrExplains(text.Get));

    private static bool BindsOrExplains(string json)
    {
        var problems = new ConfigProblems();
        var pools = ConfigBinder.Bind<ImmutableArray<SamplePool>>(Root, json, problems);
        var isUsable = !pools.IsDefault && pools.All(pool => pool is { Name: not null, InstanceTypes.IsDefault: false, Ports.IsDefault: false, Labels: not null });
        return (isUsable || !problems.IsEmpty)
            && problems.All.All(problem => ConfigPath.IsAtOrBelow(problem.Path, Root) && problem.Message.Length > 0 && !problem.ToString().Any(char.IsControl));
    }

    private static string Mutate((int Position, int Length, int Piece)[] mutations) =>
        mutations.Aggregate(Document, (text, mutation) =>
        {
            var position = (int)((uint)mutation.Position * 31 % (uint)(text.Length + 1));
            var length = Math.Min((int)((uint)mutation.Length % 8), text.Length - position);
            return text.Remove(position, length).Insert(position, Pieces[(uint)mutation.Piece % (uint)Pieces.Length]);
        });

    // Keeps the JSON valid, so that the binder itself is reached.
    private static string Exchange((int Token, int Replacement)[] exchanges)
    {
        var tokens = Tokens().Matches(Document);
        var replacements = exchanges.Take(3).ToLookup(exchange => (int)((uint)exchange.Token * 31 % (uint)tokens.Count), exchange => (uint)exchange.Replacement);
        var index = 0;
        return Tokens().Replace(Document, token =>
        {
            var choices = token.Value.EndsWith(':') ? Keys : Values;
            var colon = token.Value.EndsWith(':') ? ":" : "";
            return replacements[index++].Select(replacement => choices[replacement % (uint)choices.Length] + colon).FirstOrDefault(token.Value);
        });
    }

    [GeneratedRegex("\"[^\"]*\":?|[0-9.]+|true|null")]
    private static partial Regex Tokens();
}
