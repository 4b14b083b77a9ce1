using System.Collections.Generic;
using Pulumi.SchemaGenerator.Model;

namespace Pulumi.SchemaGenerator;

/// <summary>
/// Which object types are needed on which side: the class of a side is generated only where something reaches it, and a type that
/// nothing reaches has no place in the schema.
/// </summary>
internal sealed class Usage
{
    private readonly PackageSchema _schema;
    private readonly HashSet<string> _all = new();

    public Usage(PackageSchema schema)
    {
        _schema = schema;
        Follow(schema.ProviderInputs, Inputs);
        Follow(schema.ProviderOutputs, Outputs);
        foreach (var resource in schema.Resources)
        {
            Follow(resource.Inputs, Inputs);
            Follow(resource.Outputs, Outputs);
        }

        foreach (var function in schema.Functions)
        {
            Follow(function.Inputs, FunctionInputs);
            Follow(function.Outputs, FunctionOutputs);
        }
    }

    public HashSet<string> Inputs { get; } = new();

    public HashSet<string> Outputs { get; } = new();

    public HashSet<string> FunctionInputs { get; } = new();

    public HashSet<string> FunctionOutputs { get; } = new();

    public bool IsUsed(string token) => _all.Contains(token);

    private void Follow(IReadOnlyList<PropertySchema> properties, HashSet<string> reached)
    {
        foreach (var property in properties)
        {
            Follow(property.Type, reached);
        }
    }

    private void Follow(TypeReference type, HashSet<string> reached)
    {
        switch (type)
        {
            case TypeReference.Array array:
                Follow(array.Item, reached);
                break;
            case TypeReference.Map map:
                Follow(map.Value, reached);
                break;
            case TypeReference.Union union:
                foreach (var member in union.Members)
                {
                    Follow(member, reached);
                }

                break;
            case TypeReference.Enumeration enumeration:
                _all.Add(enumeration.Token);
                break;
            case TypeReference.Object reference when reached.Add(reference.Token):
                _all.Add(reference.Token);
                Follow(_schema.Objects[reference.Token].Properties, reached);
                break;
        }
    }
}
