using System.Reflection;
using System.Reflection.Emit;

namespace PlansWeb.Tests.Architecture;

/// <summary>Reads what a compiled method refers to: there a type that the source never writes, such as a <c>var</c>'s, has its name too.</summary>
internal static class MethodReferences
{
    private static readonly Dictionary<ushort, OpCode> s_opCodes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (ushort)code.Value);

    /// <summary>The types in a method's signature and body.</summary>
    public static IEnumerable<Type> Of(MethodBase method)
    {
        foreach (var type in OfSignature(method))
        {
            yield return type;
        }

        if (method.GetMethodBody() is not { } body)
        {
            yield break;
        }

        foreach (var type in body.LocalVariables.Select(local => local.LocalType)
            .Concat(body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause).Select(clause => clause.CatchType!)))
        {
            yield return type;
        }

        var typeArguments = method.DeclaringType is { IsGenericType: true } declaring ? declaring.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        foreach (var token in Tokens(body.GetILAsByteArray()!))
        {
            foreach (var type in OfMember(method.Module.ResolveMember(token, typeArguments, methodArguments)))
            {
                yield return type;
            }
        }
    }

    private static IEnumerable<Type> OfMember(MemberInfo? member) => member switch
    {
        Type type => [type],
        FieldInfo field => [field.DeclaringType!, field.FieldType],
        MethodBase method => OfSignature(method).Append(method.DeclaringType!),
        _ => [],
    };

    private static IEnumerable<Type> OfSignature(MethodBase method) => method.GetParameters().Select(parameter => parameter.ParameterType)
        .Concat(method is MethodInfo info ? [info.ReturnType] : [])
        .Concat(method.IsGenericMethod ? method.GetGenericArguments() : []);

    private static IEnumerable<int> Tokens(byte[] il)
    {
        for (var i = 0; i < il.Length;)
        {
            var code = il[i] == 0xFE ? s_opCodes[(ushort)(0xFE00 | il[i + 1])] : s_opCodes[il[i]];
            i += code.Size;
            if (code.OperandType is OperandType.InlineType or OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineTok)
            {
                yield return BitConverter.ToInt32(il, i);
            }

            i += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, i)),
                _ => 4,
            };
        }
    }
}
