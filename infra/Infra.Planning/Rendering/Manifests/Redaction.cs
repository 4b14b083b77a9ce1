using System.Text;
using Infra.Planning.Model;

namespace Infra.Planning.Rendering.Manifests;

/// <summary>
/// Puts <c>redacted</c> in the place of secrets, valid for the field: data of a Secret and binary data are base64, credentials
/// of a registry are JSON. All of a Secret's data is taken for secret, whether or not the program has marked it.
/// </summary>
internal sealed class Redaction
{
    private const string Text = "redacted";
    private const string SecretKind = "Secret";

    private readonly List<string> _paths = [];

    private Redaction()
    {
    }

    /// <summary>Whether a value of a Secret is what stands in a rendering for one.</summary>
    public static bool IsPlaceholder(string text) => text == Text || text == Base64(Text);

    public static (ValueMap Values, ValueList<string> Paths) OfObject(ValueMap inputs)
    {
        var isSecret = inputs.GetValueOrDefault("kind") is PlanValue.String { Value: SecretKind } && inputs.GetValueOrDefault("apiVersion") is PlanValue.String { Value: "v1" };
        if (!isSecret && !HasSecrets(inputs))
        {
            return (inputs, []);
        }

        var redaction = new Redaction();
        var type = isSecret && inputs.GetValueOrDefault("type") is PlanValue.String { Value: var text } ? text : "";
        var values = inputs.Select(property => KeyValuePair.Create(property.Key, property.Key switch
        {
            "data" when isSecret => redaction.Data(property.Value, property.Key, type, isBase64: true),
            "stringData" when isSecret => redaction.Data(property.Value, property.Key, type, isBase64: false),
            "data" or "binaryData" when property.Value is PlanValue.Secret => redaction.Data(property.Value, property.Key, type, property.Key == "binaryData"),
            "binaryData" => redaction.Value(property.Value, property.Key, Base64(Text)),
            _ => redaction.Value(property.Value, property.Key, Text),
        }));
        return (ValueMap.Create(values.ToList()), [.. redaction._paths]);
    }

    public static (ValueMap Values, ValueList<string> Paths) OfHelmValues(ValueMap values)
    {
        if (!HasSecrets(values))
        {
            return (values, []);
        }

        var redaction = new Redaction();
        return (redaction.Map(values, "", Text), [.. redaction._paths]);
    }

    private static bool HasSecrets(ValueMap values) => PlanValues.Any(values, static value => value is PlanValue.Secret);

    private PlanValue.Object Data(PlanValue data, string path, string secretType, bool isBase64)
    {
        string Redacted(string key) => isBase64 ? Base64(Content(key)) : Content(key);
        var keys = data is PlanValue.Object { Properties: var properties } ? properties.Keys : KeysOf(secretType);
        _paths.AddRange(data is PlanValue.Object ? keys.Select(key => ValuePath.Of(path, key)) : [path]);
        return new PlanValue.Object(ValueMap.Create(keys.Select(key => KeyValuePair.Create<string, PlanValue>(key, new PlanValue.String(Redacted(key))))));
    }

    private PlanValue Value(PlanValue value, string path, string redacted)
    {
        switch (value)
        {
            case PlanValue.Secret:
                _paths.Add(path);
                return new PlanValue.String(redacted);
            case PlanValue.Object { Properties: var properties }:
                return new PlanValue.Object(Map(properties, path, redacted));
            case PlanValue.List { Items: var items }:
                return new PlanValue.List([.. items.Select((item, i) => Value(item, ValuePath.Of(path, i), redacted))]);
            default:
                return value;
        }
    }

    private ValueMap Map(ValueMap properties, string path, string redacted) => ValueMap.Create(
        properties.Select(property => KeyValuePair.Create(property.Key, Value(property.Value, ValuePath.Of(path, property.Key), redacted))).ToList());

    /// <summary>What an API server requires of a Secret of this type, where the program keeps even the keys secret.</summary>
    private static IEnumerable<string> KeysOf(string secretType) => secretType switch
    {
        "kubernetes.io/tls" => ["tls.crt", "tls.key"],
        "kubernetes.io/ssh-auth" => ["ssh-privatekey"],
        "kubernetes.io/basic-auth" => ["password", "username"],
        "kubernetes.io/dockerconfigjson" => [".dockerconfigjson"],
        "kubernetes.io/dockercfg" => [".dockercfg"],
        _ => [Text],
    };

    private static string Content(string key) => key switch
    {
        ".dockerconfigjson" => """{"auths":{}}""",
        ".dockercfg" => "{}",
        _ => Text,
    };

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
