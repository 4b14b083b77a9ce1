using Pulumi.SchemaGenerator.Model;

namespace Pulumi.SchemaGenerator.Emit;

/// <summary>An open set of strings with names for the known ones.</summary>
internal static class EnumEmitter
{
    public static GeneratedFile Emit(EnumSchema schema, Naming naming)
    {
        var space = naming.Declarations(schema.Token);
        var name = schema.Token.Name;
        var code = new CodeWriter()
            .Open($"namespace {space}")
            .Line("[global::Pulumi.EnumType]")
            .Open($"public readonly struct {name} : global::System.IEquatable<{name}>")
            .Line("private readonly string _value;")
            .Line($"private {name}(string value) => _value = value;");
        foreach (var member in schema.Members)
        {
            code.Line($"public static {name} {member.Key} => new {name}(\"{member.Value}\");");
        }

        code.Line($"public static bool operator ==({name} left, {name} right) => left.Equals(right);")
            .Line($"public static bool operator !=({name} left, {name} right) => !left.Equals(right);")
            .Line($"public static explicit operator string({name} value) => value._value;")
            .Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]")
            .Line($"public override bool Equals(object? obj) => obj is {name} other && Equals(other);")
            .Line($"public bool Equals({name} other) => string.Equals(_value, other._value, global::System.StringComparison.Ordinal);")
            .Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]")
            .Line("public override int GetHashCode() => _value is null ? 0 : global::System.StringComparer.Ordinal.GetHashCode(_value);")
            .Line("public override string ToString() => _value;")
            .Close()
            .Close();
        return new GeneratedFile($"{space}.{name}", code.ToString());
    }
}
