namespace Infra.Core.Configuration;

/// <summary>Where people write a secret although only its name belongs there: what is found here is never shown, because messages end up in logs.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretByMistakeAttribute : Attribute;
