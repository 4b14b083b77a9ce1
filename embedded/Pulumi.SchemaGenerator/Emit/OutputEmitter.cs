using System.Collections.Generic;
using System.Linq;
using Pulumi.SchemaGenerator.Model;

namespace Pulumi.SchemaGenerator.Emit;

/// <summary>Values that come back: a class of readonly fields that the SDK fills through its private constructor.</summary>
internal sealed class OutputEmitter
{
    private readonly TypeNames _names;

    public OutputEmitter(TypeNames names) => _names = names;

    public GeneratedFile Emit(string space, string name, string nestedSuffix, IReadOnlyList<PropertySchema> properties)
    {
        var code = new CodeWriter()
            .Open($"namespace {space}")
            .Line("[global::Pulumi.OutputType]")
            .Open($"public sealed class {name}");
        foreach (var property in properties)
        {
            code.Line($"public readonly {Type(property, nestedSuffix)} {property.Name};");
        }

        code.Line("[global::Pulumi.OutputConstructor]")
            .Open($"private {name}({string.Join(", ", properties.Select(property => $"{Type(property, nestedSuffix)} @{property.WireName}"))})");
        foreach (var property in properties)
        {
            code.Line($"{property.Name} = @{property.WireName};");
        }

        return new GeneratedFile($"{space}.{name}", code.Close().Close().Close().ToString());
    }

    /// <summary>A list that is absent comes back as the default array, never as null.</summary>
    public string Type(PropertySchema property, string nestedSuffix)
    {
        var type = _names.Output(property.Type, nestedSuffix);
        return property.RequiredOutput || property.Type is TypeReference.Array ? type : type + "?";
    }
}
