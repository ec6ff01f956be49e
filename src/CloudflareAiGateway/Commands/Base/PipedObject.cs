using System.Management.Automation;

namespace CloudflareAiGateway.Commands;

/// <summary>Tells what was piped.</summary>
internal static class PipedObject
{
    /// <summary>Whether an object is one that the module gave, live or from a job or a file: its members are a state, and no wish.</summary>
    /// <typeparam name="T">The module's type.</typeparam>
    public static bool Is<T>(PSObject? input) =>
        input is not null && (input.BaseObject is T || input.TypeNames.Contains("Deserialized." + typeof(T).FullName));
}
