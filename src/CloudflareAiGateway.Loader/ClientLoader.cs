using System;
using System.IO;
using System.Reflection;
using System.Threading;

namespace CloudflareAiGateway.Loader;

/// <summary>
/// The door between the cmdlets and the private context. The cmdlets target netstandard2.0, which knows no load contexts, and so call
/// this by reflection.
/// </summary>
public static class ClientLoader
{
    private static readonly Lazy<ModuleLoadContext> s_context = new(
        () => new ModuleLoadContext(Path.GetDirectoryName(typeof(ClientLoader).Assembly.Location)!),
        LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>Makes the factory of clients.</summary>
    /// <returns>An object that implements the internal <c>IClientFactory</c>.</returns>
    /// <exception cref="FileNotFoundException">The module's <c>deps</c> folder is incomplete.</exception>
    public static object CreateClientFactory() =>
        Create("CloudflareAiGateway.Client", "CloudflareAiGateway.Client.ClientFactory");

    /// <summary>Makes the factory of emulators.</summary>
    /// <returns>An object that implements the internal <c>IEmulatorFactory</c>.</returns>
    /// <exception cref="FileNotFoundException">The module's <c>deps</c> folder is incomplete.</exception>
    public static object CreateEmulatorFactory() =>
        Create("CloudflareAiGateway.Emulator", "CloudflareAiGateway.Emulator.EmulatorFactory");

    private static object Create(string assembly, string type)
    {
        Type found = s_context.Value.LoadFromAssemblyName(new AssemblyName(assembly)).GetType(type, throwOnError: true)!;
        return Activator.CreateInstance(found, nonPublic: true)!;
    }
}
