namespace Pulumi.Tests.Harness;

/// <summary>A service provider that knows one type.</summary>
internal sealed class OneService<T>(Func<T> create) : IServiceProvider
    where T : class
{
    public object? GetService(Type serviceType) => serviceType == typeof(T) ? create() : null;
}
