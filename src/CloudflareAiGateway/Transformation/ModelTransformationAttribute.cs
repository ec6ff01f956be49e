using System;

namespace CloudflareAiGateway.Transformation;

/// <summary>Lets a structured setting be given as a hashtable, as an object from JSON, or as the typed object.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ModelTransformationAttribute : SettingTransformationAttribute
{
    private readonly Type _model;
    private readonly string _setting;

    /// <summary>Names the type.</summary>
    /// <param name="model">The typed object's class, or an array of it.</param>
    /// <param name="setting">The parameter's name, with which messages about wrong keys begin.</param>
    public ModelTransformationAttribute(Type model, string setting)
    {
        _model = model;
        _setting = setting;
    }

    /// <inheritdoc/>
    protected override object? Convert(object value) => ModelBinder.Bind(value, _model, _setting);
}
