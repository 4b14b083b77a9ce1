using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Infra.Engine.Configuration;
using Infra.TestKit;

namespace Infra.Cli.Tests.Mutations;

/// <summary>An environment and what is done to it.</summary>
/// <param name="Base">Which environment.</param>
/// <param name="OfText">Whether the text of the file changes, or the values in it.</param>
internal sealed record MutatedCase(int Base, bool OfText, IReadOnlyList<Mutation> Mutations)
{
    private static readonly IReadOnlyList<(string Text, JsonObject Config)> _bases =
    [
        .. ((string[])["dev", "local", "prod"]).Select(name => File.ReadAllText(RepositoryRoot.Combine($"Pulumi.{name}.yaml"))).Select(text => (text, ConfigOf(text))),
        (ValueMutations.Write(GeneratedEnvironment.Config, []), GeneratedEnvironment.Config),
    ];

    private static readonly Gen<Mutation> _mutation =
        from what in Gen.Choose(0, 999)
        from place in Gen.Choose(0, 99_999)
        from value in Gen.Choose(0, 99_999)
        select new Mutation(what, place, value);

    /// <summary>Cases of one to four changes; a failing one shrinks to fewer changes.</summary>
    public static Arbitrary<MutatedCase> Any { get; } = Arb.From(
        from environment in Gen.Choose(0, 3)
        from ofText in Gen.Elements(false, true)
        from count in Gen.Choose(1, 4)
        from mutations in _mutation.ListOf(count)
        select new MutatedCase(environment, ofText, [.. mutations]),
        found => Enumerable.Range(0, found.Mutations.Count)
            .Select(i => found with { Mutations = [.. found.Mutations.Where((_, j) => j != i)] })
            .Where(smaller => smaller.Mutations.Count > 0));

    /// <summary>What a failing test shows.</summary>
    public override string ToString() => $"{string.Join(' ', Mutations)}:\n{Text()}";

    public string Text()
    {
        var (text, config) = Mutation.Pick(_bases, Base);
        if (OfText)
        {
            return Mutations.Aggregate(text, TextMutations.Apply);
        }
        var changed = (JsonObject)config.DeepClone();
        var raw = new List<string>();
        foreach (var mutation in Mutations)
        {
            ValueMutations.Apply(changed, mutation, raw);
        }
        return ValueMutations.Write(changed, raw);
    }

    private static JsonObject ConfigOf(string text) => new(
        EnvironmentFile.Parse(text, "Pulumi.case.yaml", "gpu-inference").Config.Select(pair => KeyValuePair.Create(pair.Key, Node(pair.Value))));

    private static JsonNode? Node(string value) => value.StartsWith('[') || value.StartsWith('{') ? JsonNode.Parse(value) : JsonValue.Create(value);
}
