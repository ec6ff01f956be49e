using System;
using System.Collections.Generic;

namespace CloudflareAiGateway.Emulator;

/// <summary>Finds every <see cref="IEndpointGroup"/> of the emulator: a new resource is a new folder with one, and is named nowhere.</summary>
internal static class EndpointGroups
{
    /// <summary>Makes one of each; a group that needs more than its call takes <see cref="EmulatorServices"/> in its constructor.</summary>
    public static IEnumerable<IEndpointGroup> Create(EmulatorServices services)
    {
        foreach (Type type in typeof(EndpointGroups).Assembly.GetTypes())
        {
            if (type.IsClass && typeof(IEndpointGroup).IsAssignableFrom(type))
            {
                bool takesServices = type.GetConstructor([typeof(EmulatorServices)]) is not null;
                yield return (IEndpointGroup)(takesServices ? Activator.CreateInstance(type, services) : Activator.CreateInstance(type))!;
            }
        }
    }
}
