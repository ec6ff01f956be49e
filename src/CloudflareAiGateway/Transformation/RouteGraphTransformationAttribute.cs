using System;

namespace CloudflareAiGateway.Transformation;

/// <summary>Lets a route's graph be given as elements, hashtables, objects from JSON, JSON text, or a route or version that has it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RouteGraphTransformationAttribute : SettingTransformationAttribute
{
    /// <inheritdoc/>
    protected override object Convert(object value) => RouteGraphReader.Read(value, "Element");
}
