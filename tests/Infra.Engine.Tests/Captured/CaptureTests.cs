using System.Collections.Immutable;
using Infra.TestKit;
using Newtonsoft.Json.Linq;
using Pulumi.Embedded;

namespace Infra.Engine.Tests.Captured;

/// <summary>The embedded engine registers what the real one did, as captured from <c>pulumi preview --json</c>.</summary>
public sealed class CaptureTests
{
    private const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    /// <summary>The real engine names the default provider that it makes; the embedded one leaves that to the plan (DefaultProvider).</summary>
    private const string WithDefaultProvider = "classifier-suffix";

    /// <summary>What providers put into the inputs when they check them; nobody asks them here.</summary>
    private static readonly Dictionary<string, string[]> _setByProviders = new()
    {
        ["cluster"] = ["__internal", "version"],
        ["settings"] = ["metadata"], // its generated name
        ["classifier-token"] = ["data", "stringData"], // text becomes data
    };

    [SkippableFact]
    public async Task Resources_are_registered_as_by_the_real_engine()
    {
        var captured = Steps();

        var result = await EmbeddedEngine.RunAsync(
            new EngineOptions
            {
                Project = "gpu-inference",
                Stack = "dev",
                Config = new Dictionary<string, string> { ["gpu-inference:models"] = """[{"image":"tensorflow/serving:2.19.0-gpu","name":"classifier"}]""" },
                EncryptedConfigKeys = ImmutableHashSet.Create("gpu-inference:hfToken"),
            },
            CapturedProgram.RunAsync);

        Assert.Empty(result.Diagnostics);
        Assert.Equal(9, captured.Count);
        Assert.Equal(captured.Select(Real).Order(StringComparer.Ordinal), result.Resources.Select(Ours).Order(StringComparer.Ordinal));
        Assert.Equal(captured.Select(RealInputs).Order(StringComparer.Ordinal), result.Resources.Select(OurInputs).Order(StringComparer.Ordinal));
    }

    private static List<JObject> Steps() =>
        [.. JObject.Parse(File.ReadAllText(SharedFacts.Require("pulumi-cli", "preview-create.json")))["steps"]!.Select(step => (JObject)step["newState"]!)];

    private static string Real(JObject state) => Line(
        (string)state["urn"]!,
        (bool)state["custom"]!,
        (string?)state["parent"],
        Name(state) == WithDefaultProvider ? null : ((string?)state["provider"])?.Replace($"::{Unknown}", "", StringComparison.Ordinal),
        Texts(state["dependencies"]),
        (state["propertyDependencies"] as JObject ?? []).Properties().Select(p => (p.Name, Texts(p.Value))).Where(p => p.Item2.Any()),
        Texts(state["ignoreChanges"]),
        Texts(state["additionalSecretOutputs"]));

    private static string Ours(RegisteredResource resource) => Line(
        resource.Urn,
        resource.Custom,
        resource.Parent,
        resource.Provider,
        resource.Dependencies,
        resource.PropertyDependencies.Select(p => (p.Key, p.Value.AsEnumerable())),
        resource.Options.IgnoreChanges,
        resource.Options.AdditionalSecretOutputs);

    private static string Line(
        string urn,
        bool custom,
        string? parent,
        string? provider,
        IEnumerable<string> dependencies,
        IEnumerable<(string Property, IEnumerable<string> Urns)> propertyDependencies,
        IEnumerable<string> ignoreChanges,
        IEnumerable<string> secretOutputs) =>
        $"{urn}\n  custom {custom}\n  parent {parent}\n  provider {provider}\n  dependencies {Joined(dependencies)}\n"
        + $"  {Joined(propertyDependencies.Select(p => $"{p.Property}: {Joined(p.Urns)}"))}\n  ignores {Joined(ignoreChanges)}\n  secret {Joined(secretOutputs)}";

    private static string RealInputs(JObject state) => Inputs(Name(state), state["inputs"] as JObject ?? []);

    private static string OurInputs(RegisteredResource resource) => Inputs(resource.Name, (JObject)Json(resource.Inputs));

    private static string Inputs(string name, JObject inputs)
    {
        var compared = inputs.Properties()
            .Where(p => !_setByProviders.GetValueOrDefault(name, []).Contains(p.Name))
            .Select(p => $"{p.Name}: {Sorted(p.Value)}");
        return $"{name} {Joined(compared)}";
    }

    private static string Sorted(JToken token) => token switch
    {
        JObject map => $"{{{Joined(map.Properties().Select(p => $"{p.Name}: {Sorted(p.Value)}"))}}}",
        JArray list => $"[{string.Join(", ", list.Select(Sorted))}]",
        JValue { Value: string text } => $"'{text}'",
        _ => ((double)token).ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private static JToken Json(object? value) => value switch
    {
        UnknownValue => Unknown,
        SecretValue => "[secret]",
        ImmutableArray<object?> list => new JArray(list.Select(Json)),
        ImmutableDictionary<string, object?> map => new JObject(map.Select(p => new JProperty(p.Key, Json(p.Value)))),
        _ => JToken.FromObject(value!),
    };

    private static string Name(JObject state) => ((string)state["urn"]!).Split("::")[3];

    private static IEnumerable<string> Texts(JToken? list) => list?.Select(item => (string)item!) ?? [];

    private static string Joined(IEnumerable<string> items) => string.Join(", ", items.Order(StringComparer.Ordinal));
}
