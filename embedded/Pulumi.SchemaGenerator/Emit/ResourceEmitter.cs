using System.Collections.Generic;
using System.Linq;
using Pulumi.SchemaGenerator.Model;

namespace Pulumi.SchemaGenerator.Emit;

/// <summary>Resource classes.</summary>
internal sealed class ResourceEmitter
{
    private readonly PackageSchema _schema;
    private readonly OutputEmitter _outputs;

    public ResourceEmitter(PackageSchema schema, OutputEmitter outputs)
    {
        _schema = schema;
        _outputs = outputs;
    }

    public GeneratedFile Emit(ResourceSchema resource)
    {
        var token = resource.Token;
        var space = _schema.Naming.Declarations(token);
        var arguments = $"global::{_schema.Naming.ResourceArguments(token)}.{token.Name}Args";
        var constants = resource.Inputs.Where(property => property.Constant is not null).ToList();
        var code = Class(space, token.Name, token.Text, _schema.Kubernetes ? $"{_schema.Naming.Root}.{_schema.Naming.Package}Resource" : "Pulumi.CustomResource");
        Properties(code, resource.Outputs);

        var optional = _schema.Kubernetes || !resource.Inputs.Any(property => property.Required);
        var passed = constants.Count > 0 ? "MakeArgs(args)" : $"args ?? new {arguments}()";
        code.Line($"public {token.Name}(string name, {arguments}{(optional ? "? args = null" : " args")}, global::Pulumi.CustomResourceOptions? options = null)")
            .Line($"    : base(\"{token.Text}\", name, {passed}, MakeResourceOptions(options, null))")
            .Line("{ }");
        if (constants.Count > 0)
        {
            MakeArgs(code, arguments, constants);
        }

        Options(code, [.. resource.Inputs, .. resource.Outputs.Where(output => resource.Inputs.All(input => input.WireName != output.WireName))], resource.FormerTypes);
        if (_schema.Kubernetes)
        {
            Get(code, token);
        }

        return new GeneratedFile($"{space}.{token.Name}", code.Close().Close().ToString());
    }

    public GeneratedFile EmitProvider()
    {
        var root = _schema.Naming.Root;
        var code = Class(root, "Provider", $"pulumi:providers:{_schema.Name}", "Pulumi.ProviderResource");
        Properties(code, _schema.ProviderOutputs);
        code.Line($"public Provider(string name, global::{root}.ProviderArgs? args = null, global::Pulumi.CustomResourceOptions? options = null)")
            .Line($"    : base(\"{_schema.Name}\", name, args ?? new global::{root}.ProviderArgs(), MakeResourceOptions(options, null))")
            .Line("{ }");
        Options(code, _schema.ProviderOutputs, []);
        return new GeneratedFile($"{root}.Provider", code.Close().Close().ToString());
    }

    private CodeWriter Class(string space, string name, string token, string baseClass) => new CodeWriter()
        .Open($"namespace {space}")
        .Line($"[global::{_schema.Naming.Root}.{_schema.Naming.Package}ResourceType(\"{token}\")]")
        .Open($"public partial class {name} : global::{baseClass}");

    private void Properties(CodeWriter code, IReadOnlyList<PropertySchema> properties)
    {
        foreach (var property in properties)
        {
            code.Line($"[global::Pulumi.Output(\"{property.WireName}\")]")
                .Line($"public global::Pulumi.Output<{_outputs.Type(property, "")}> {property.Name} {{ get; private set; }} = null!;");
        }
    }

    private static void MakeArgs(CodeWriter code, string arguments, List<PropertySchema> constants)
    {
        code.Open($"private static {arguments} MakeArgs({arguments}? args)").Line($"args ??= new {arguments}();");
        foreach (var property in constants)
        {
            code.Line($"args.{property.Name} = \"{property.Constant}\";");
        }

        code.Line("return args;").Close();
    }

    private void Options(CodeWriter code, IReadOnlyList<PropertySchema> properties, IReadOnlyList<string> formerTypes)
    {
        code.Open("private static global::Pulumi.CustomResourceOptions MakeResourceOptions(global::Pulumi.CustomResourceOptions? options, global::Pulumi.Input<string>? id)")
            .Line($"var defaults = new global::Pulumi.CustomResourceOptions {{ Version = global::{_schema.Naming.Root}.Utilities.Version }};");
        foreach (var property in properties.Where(property => property.Secret))
        {
            code.Line($"defaults.AdditionalSecretOutputs.Add(\"{property.WireName}\");");
        }

        foreach (var type in formerTypes)
        {
            code.Line($"defaults.Aliases.Add(new global::Pulumi.Alias {{ Type = \"{type}\" }});");
        }

        code
            .Line("var merged = global::Pulumi.CustomResourceOptions.Merge(defaults, options);")
            .Line("// Only Get looks a resource up; an id among the options of a new one has no effect.")
            .Line("merged.Id = id;")
            .Line("return merged;")
            .Close();
    }

    private static void Get(CodeWriter code, Token token) => code
        .Line($"private {token.Name}(string name, global::Pulumi.Input<string> id, global::Pulumi.CustomResourceOptions? options)")
        .Line($"    : base(\"{token.Text}\", name, null, MakeResourceOptions(options, id))")
        .Line("{ }")
        .Line($"public static {token.Name} Get(string name, global::Pulumi.Input<string> id, global::Pulumi.CustomResourceOptions? options = null) => new {token.Name}(name, id, options);");
}
