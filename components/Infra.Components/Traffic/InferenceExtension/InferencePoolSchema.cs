using Pulumi;

namespace Infra.Components.Traffic.InferenceExtension;

/// <summary>What InferencePools look like. A test compares it with the published definition, which it has to be equal to but for descriptions.</summary>
internal static class InferencePoolSchema
{
    private const string GroupPattern = @"^$|^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$";
    private const string KindPattern = "^[a-zA-Z]([-a-zA-Z0-9]*[a-zA-Z0-9])?$";
    private const string LabelPattern = "^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$";
    private const string NamespacePattern = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$";

    /// <summary>The schema.</summary>
    public static SchemaArgs Create() => Object(
        ["spec"],
        ("apiVersion", new SchemaArgs { Type = "string" }),
        ("kind", new SchemaArgs { Type = "string" }),
        ("metadata", new SchemaArgs { Type = "object" }),
        ("spec", Specification()),
        ("status", Object([], ("parents", Parents()))));

    private static SchemaArgs Specification() => Object(
        ["selector", "targetPorts"],
        ("appProtocol", new SchemaArgs { Type = "string", Default = "http", Enum = new InputList<string> { "http", "kubernetes.io/h2c" } }),
        ("endpointPickerRef", Picker()),
        ("selector", Object(["matchLabels"], ("matchLabels", new SchemaArgs
        {
            Type = "object",
            MinProperties = 1,
            MaxProperties = 64,
            AdditionalProperties = Text(0, 63, LabelPattern),
        }))),
        ("targetPorts", new SchemaArgs
        {
            Type = "array",
            Items = Port(),
            MinItems = 1,
            MaxItems = 8,
            ListType = "atomic",
            Validations = Rule("self.all(p1, self.exists_one(p2, p1.number==p2.number))", "port number must be unique"),
        }));

    private static SchemaArgs Picker() => new()
    {
        Type = "object",
        Required = new InputList<string> { "name" },
        Properties = new InputMap<SchemaArgs>
        {
            ["failureMode"] = new SchemaArgs { Type = "string", Default = "FailClose", Enum = new InputList<string> { "FailOpen", "FailClose" } },
            ["group"] = Text(0, 253, GroupPattern, ""),
            ["kind"] = Text(1, 63, KindPattern, "Service"),
            ["name"] = Text(1, 253),
            ["port"] = Port(),
        },
        Validations = Rule("self.kind != 'Service' || has(self.port)", "port is required when kind is 'Service' or unspecified (defaults to 'Service')"),
    };

    private static SchemaArgs Parents() => new()
    {
        Type = "array",
        MaxItems = 32,
        ListType = "atomic",
        Items = Object(
            ["parentRef"],
            ("conditions", new SchemaArgs { Type = "array", Items = Condition(), MaxItems = 8, ListType = "map", ListMapKeys = new InputList<string> { "type" } }),
            ("controllerName", Text(1, 253, @"^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/[A-Za-z0-9\/\-._~%!$&'()*+,;=:]+$")),
            ("parentRef", Object(
                ["name"],
                ("group", Text(0, 253, GroupPattern, "gateway.networking.k8s.io")),
                ("kind", Text(1, 63, KindPattern, "Gateway")),
                ("name", Text(1, 253)),
                ("namespace", Text(1, 63, NamespacePattern))))),
    };

    private static SchemaArgs Condition() => Object(
        ["lastTransitionTime", "message", "reason", "status", "type"],
        ("lastTransitionTime", new SchemaArgs { Type = "string", Format = "date-time" }),
        ("message", new SchemaArgs { Type = "string", MaxLength = 32768 }),
        ("observedGeneration", new SchemaArgs { Type = "integer", Format = "int64", Minimum = 0 }),
        ("reason", Text(1, 1024, "^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?$")),
        ("status", new SchemaArgs { Type = "string", Enum = new InputList<string> { "True", "False", "Unknown" } }),
        ("type", new SchemaArgs
        {
            Type = "string",
            MaxLength = 316,
            Pattern = @"^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*/)?(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])$",
        }));

    private static SchemaArgs Port() => Object(["number"], ("number", new SchemaArgs { Type = "integer", Format = "int32", Minimum = 1, Maximum = 65535 }));

    private static SchemaArgs Text(int least, int most, string? pattern = null, string? byDefault = null) => new()
    {
        Type = "string",
        MinLength = least,
        MaxLength = most,
        Pattern = pattern is null ? null : (Input<string>)pattern,
        Default = byDefault is null ? null : (Input<string>)byDefault,
    };

    private static SchemaArgs Object(string[] required, params (string Name, SchemaArgs Schema)[] properties)
    {
        var map = new InputMap<SchemaArgs>();
        foreach (var (name, schema) in properties)
        {
            map.Add(name, schema);
        }

        return new SchemaArgs { Type = "object", Required = required.Length > 0 ? (InputList<string>)required : null, Properties = map };
    }

    private static InputList<SchemaRuleArgs> Rule(string rule, string message) => new() { new SchemaRuleArgs { Rule = rule, Message = message } };
}
