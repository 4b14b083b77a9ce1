using System.Collections.Generic;
using System.Linq;
using Pulumi.SchemaGenerator.Model;

namespace Pulumi.SchemaGenerator.Emit;

/// <summary>Classes of arguments: of resources, of functions, and those nested in them.</summary>
internal sealed class ArgumentsEmitter
{
    private readonly PackageSchema _schema;
    private readonly TypeNames _names;

    public ArgumentsEmitter(PackageSchema schema, TypeNames names)
    {
        _schema = schema;
        _names = names;
    }

    public GeneratedFile Emit(string space, string name, ArgumentsKind kind, IReadOnlyList<PropertySchema> properties)
    {
        var isSealed = !_schema.Kubernetes || kind == ArgumentsKind.Provider;
        var code = new CodeWriter()
            .Open($"namespace {space}")
            .Open($"public {(isSealed ? "sealed " : "")}class {name} : global::Pulumi.{(IsInvoke(kind) ? "InvokeArgs" : "ResourceArgs")}");
        foreach (var property in properties)
        {
            Property(code, property, kind);
        }

        Constructor(code, name, properties);
        if (_schema.Kubernetes)
        {
            code.Line($"public static new {name} Empty => new {name}();");
        }

        return new GeneratedFile($"{space}.{name}", code.Close().Close().ToString());
    }

    private static bool IsInvoke(ArgumentsKind kind) => kind is ArgumentsKind.PlainFunction or ArgumentsKind.Function;

    private void Property(CodeWriter code, PropertySchema property, ArgumentsKind kind)
    {
        var type = kind == ArgumentsKind.PlainFunction
            ? _names.Plain(property.Type)
            : _names.Input(property.Type, kind is ArgumentsKind.Function or ArgumentsKind.FunctionNested ? "InputArgs" : "Args");
        code.Line(Attribute(property, kind));
        if (property.Type is TypeReference.Array or TypeReference.Map)
        {
            // Created when first touched: an untouched collection is not sent at all.
            Stored(code, property, type, type, $"??= new {type}()", property.Secret ? SecretCollection(property.Type) : "value");
        }
        else if (property.Secret)
        {
            Stored(code, property, type, property.Required ? type : type + "?", property.Required ? "!" : "", "global::Pulumi.Output.CreateSecret(global::Pulumi.InputExtensions.ToOutput(value))");
        }
        else
        {
            code.Line($"public {type}{(property.Required ? "" : "?")} {property.Name} {{ get; set; }}{(property.Required ? " = null!;" : "")}");
        }
    }

    /// <summary>A property whose value isn't what was assigned, or not yet.</summary>
    private static void Stored(CodeWriter code, PropertySchema property, string type, string propertyType, string read, string assigned)
    {
        var field = "_" + property.WireName;
        code.Line($"private {type}? {field};")
            .Open($"public {propertyType} {property.Name}")
            .Line($"get => {field}{(read.Length > 1 ? " " : "")}{read};")
            .Line($"set => {field} = {assigned};")
            .Close();
    }

    /// <summary>Combined with an empty secret, so that the whole collection is one.</summary>
    private string SecretCollection(TypeReference type) =>
        $"global::Pulumi.Output.All(value, global::Pulumi.Output.CreateSecret({_names.Output(type, "")}.Empty)).Apply(values => values[0])";

    private static string Attribute(PropertySchema property, ArgumentsKind kind)
    {
        var required = property.Required ? ", required: true" : "";
        // Provider configuration crosses the wire as strings.
        var json = kind == ArgumentsKind.Provider && property.Type is not TypeReference.Simple { Name: "string" } ? ", json: true" : "";
        return $"[global::Pulumi.Input(\"{property.WireName}\"{required}{json})]";
    }

    private void Constructor(CodeWriter code, string name, IReadOnlyList<PropertySchema> properties)
    {
        var presets = properties.Where(property => property.Default is not null || property.Environment.Count > 0).ToList();
        if (presets.Count == 0)
        {
            return;
        }

        code.Open($"public {name}()");
        foreach (var property in presets)
        {
            Preset(code, property);
        }

        code.Close();
    }

    private void Preset(CodeWriter code, PropertySchema property)
    {
        if (property.Environment.Count == 0)
        {
            code.Line($"{property.Name} = {property.Default};");
            return;
        }

        var reader = property.Type is TypeReference.Simple simple ? simple.Name switch { "bool" => "Boolean", "int" => "Int32", "double" => "Double", _ => "" } : "";
        var names = string.Join(", ", property.Environment.Select(variable => $"\"{variable}\""));
        var variable = Naming.Camel(property.Name);
        // A variable that is not set leaves the property null, rather than an input that wraps null.
        code.Open($"if (global::{_schema.Naming.Root}.Utilities.GetEnv{reader}({names}) is {{ }} {variable})")
            .Line($"{property.Name} = {variable};")
            .Close();
    }
}
