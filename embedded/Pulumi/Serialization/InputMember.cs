namespace Pulumi.Serialization;

/// <summary>A property or field with [Input].</summary>
internal sealed record InputMember(string Name, string MemberName, bool IsRequired, bool Json, Func<object, object?> Read);
