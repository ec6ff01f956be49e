using System;
using System.Reflection;

namespace CloudflareAiGateway.Client;

/// <summary>Fills in what the API does not send. The properties are init-only for users; a delegate made once costs no reflection per row.</summary>
internal static class InitProperty
{
    /// <summary>A setter of one property.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <typeparam name="TValue">The property's type.</typeparam>
    /// <param name="name">The property.</param>
    public static Action<TModel, TValue> Setter<TModel, TValue>(string name) =>
        typeof(TModel).GetProperty(name, BindingFlags.Public | BindingFlags.Instance)!.SetMethod!.CreateDelegate<Action<TModel, TValue>>();
}
