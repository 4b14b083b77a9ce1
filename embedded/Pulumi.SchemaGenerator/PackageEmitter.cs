using System.Collections.Generic;
using Pulumi.SchemaGenerator.Emit;
using Pulumi.SchemaGenerator.Model;

namespace Pulumi.SchemaGenerator;

/// <summary>All files of a package.</summary>
internal static class PackageEmitter
{
    public static IEnumerable<GeneratedFile> Emit(PackageSchema schema)
    {
        var names = new TypeNames(schema);
        var outputs = new OutputEmitter(names);
        var arguments = new ArgumentsEmitter(schema, names);
        var resources = new ResourceEmitter(schema, outputs);
        var usage = new Usage(schema);
        var naming = schema.Naming;

        yield return UtilitiesEmitter.Emit(schema);
        yield return resources.EmitProvider();
        yield return arguments.Emit(naming.Root, "ProviderArgs", ArgumentsKind.Provider, schema.ProviderInputs);
        foreach (var resource in schema.Resources)
        {
            yield return resources.Emit(resource);
            yield return arguments.Emit(naming.ResourceArguments(resource.Token), resource.Token.Name + "Args", ArgumentsKind.Resource, resource.Inputs);
        }

        foreach (var function in schema.Functions)
        {
            var space = naming.Declarations(function.Token);
            yield return FunctionEmitter.Emit(function, schema);
            yield return arguments.Emit(space, function.Token.Name + "Args", ArgumentsKind.PlainFunction, function.Inputs);
            yield return arguments.Emit(space, function.Token.Name + "InvokeArgs", ArgumentsKind.Function, function.Inputs);
            yield return outputs.Emit(space, function.Token.Name + "Result", "Result", function.Outputs);
        }

        foreach (var type in schema.Objects.Values)
        {
            foreach (var file in Nested(type))
            {
                yield return file;
            }
        }

        foreach (var enumeration in schema.Enums.Values)
        {
            yield return EnumEmitter.Emit(enumeration, naming);
        }

        IEnumerable<GeneratedFile> Nested(ObjectSchema type)
        {
            var (token, properties) = (type.Token, type.Properties);
            if (usage.Inputs.Contains(token.Text))
            {
                yield return arguments.Emit(naming.Inputs(token), token.Name + "Args", ArgumentsKind.Resource, properties);
            }

            if (usage.FunctionInputs.Contains(token.Text))
            {
                yield return arguments.Emit(naming.Inputs(token), token.Name + "Args", ArgumentsKind.PlainFunction, properties);
                yield return arguments.Emit(naming.Inputs(token), token.Name + "InputArgs", ArgumentsKind.FunctionNested, properties);
            }

            if (usage.Outputs.Contains(token.Text))
            {
                yield return outputs.Emit(naming.Outputs(token), token.Name, "", properties);
            }

            if (usage.FunctionOutputs.Contains(token.Text))
            {
                yield return outputs.Emit(naming.Outputs(token), token.Name + "Result", "Result", properties);
            }
        }
    }
}
